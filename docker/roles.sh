#!/bin/sh
# The database and its two roles, made once: one owns and migrates it, the other serves. See docs/self-hosting.md.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --set=owner="$OWNER_PASSWORD" --set=serving="$SERVING_PASSWORD" <<'SQL'
create role casebridge_owner login password :'owner';
create role casebridge_app login password :'serving';
create database casebridge owner casebridge_owner;
SQL
