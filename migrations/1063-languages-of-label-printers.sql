-- IO-10: which language a label printer understands; those from before take ZPL.
alter table labelPrinter add column language text not null default 'ZPL' check (language in ('ZPL', 'TSPL'));
