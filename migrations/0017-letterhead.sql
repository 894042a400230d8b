-- What stands on the documents that a tenant sends: who it is, where answers go, how it is paid. No row: its name alone.
create table letterhead (
  tenant_id uuid primary key references tenant,
  name text check (name <> ''),
  address text check (address <> ''),
  -- To whom customers answer, e.g. an auditor or the accounts department; the tenant's own name and address if null.
  reply_name text check (reply_name <> ''),
  reply_address text check (reply_address <> ''),
  reply_email text check (reply_email <> ''),
  reply_phone text check (reply_phone <> ''),
  payment_instructions text check (payment_instructions <> ''),
  paper text not null default 'A4' check (paper in ('A4', 'LETTER')),
  -- BCP 47; how amounts are grouped and pointed.
  locale text not null default 'en-US' check (locale <> ''),
  version integer not null default 1
);
call protect_tenant_table('letterhead', 'select, insert');
grant update (name, address, reply_name, reply_address, reply_email, reply_phone, payment_instructions, paper, locale, version)
  on letterhead to receivables_app;
-- It is on every document that a customer gets.
grant select on letterhead to receivables_customer_reader;
