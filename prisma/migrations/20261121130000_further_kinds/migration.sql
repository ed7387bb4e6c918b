-- In a migration of its own: a new value can not be used in the transaction that adds it.
ALTER TYPE "task_kind" ADD VALUE 'problem';
ALTER TYPE "task_kind" ADD VALUE 'change';
ALTER TYPE "task_kind" ADD VALUE 'request';
ALTER TYPE "task_kind" ADD VALUE 'requested_item';

CREATE SEQUENCE "problem_numbers" START 40001;
CREATE SEQUENCE "change_numbers" START 30001;
CREATE SEQUENCE "request_numbers" START 10001;
CREATE SEQUENCE "requested_item_numbers" START 10001;
CREATE SEQUENCE "article_numbers" START 10001;

CREATE FUNCTION "next_article_number"() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT 'KB' || lpad(nextval('article_numbers')::text, 7, '0')
$$;
