-- Numbers are one whatever their case, and so are their series.
drop index invoiceBySeries;
drop index invoiceBySeriesDay;
create index invoiceBySeries on invoice (seriesPrefix collate nocase, seriesCount);
create index invoiceBySeriesDay on invoice (seriesPrefix collate nocase, day, seriesCount);
