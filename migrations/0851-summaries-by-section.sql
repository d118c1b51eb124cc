-- What of a morning's summary is of one section, for whoever sees their own sections only; of those written before there is none.
alter table planningSummary add column sections text not null default '[]'; -- JSON: a list of sectionId and its SummaryContent
