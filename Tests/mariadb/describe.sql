-- What a server knows of the tables in @name, a tab-separated line a fact; compare-schema.py reads it.
select 'table', table_name, engine, table_collation from tables where table_schema = @name;
select 'column', table_name, column_name, column_type, is_nullable, ifnull(column_default, '-'), extra,
    ifnull(collation_name, '-')
  from columns where table_schema = @name order by table_name, ordinal_position;
select 'index', table_name, index_name, non_unique, index_type, column_name, ifnull(sub_part, '-')
  from statistics where table_schema = @name order by table_name, index_name, seq_in_index;
select 'foreign', k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,
    r.delete_rule
  from key_column_usage k
  join referential_constraints r
    on r.constraint_schema = k.table_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
  where k.table_schema = @name and k.referenced_table_name is not null;
