-- NTF-1: a related record was resolved, closed, held or refused.
ALTER TYPE "inbox_reason" ADD VALUE 'related' BEFORE 'moved';
