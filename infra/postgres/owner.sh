#!/bin/sh
# Runs once, when the server's folder is new: the academy's database, and its owner, an ordinary role that may make roles.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --set password="$AULA_DATABASE_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role aula login createrole password :'password';
create database aula owner aula;
SQL
