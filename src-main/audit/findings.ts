import type { Finding } from '../../shared/audit/integrity.ts'

/** A finding in plain English, as a sentence. */
export function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'row-edited':
      return `Row ${finding.seq} was edited: it is not what the host wrote.`
    case 'row-moved':
      return `Row ${finding.seq} was moved: the host wrote it as row ${finding.from}. Rows were reordered or inserted.`
    case 'rows-deleted':
      return finding.to === finding.seq ? `Row ${finding.seq} was deleted.` : `Rows ${finding.seq} to ${finding.to} were deleted.`
    case 'row-replaced':
      return finding.seq === 1
        ? 'Row 1 does not begin the chain: rows before it were removed, or it was replaced.'
        : `Row ${finding.seq} does not continue row ${finding.seq - 1}: one of the two was replaced or inserted, or rows were reordered.`
    case 'end-cut':
      return `The end was cut off: the seal of ${finding.at} (${finding.file}) names row ${finding.to}, but rows ${finding.seq} to ${finding.to} are not there.`
    case 'seal-differs':
      return `Row ${finding.seq} is not the one sealed on ${finding.at} (${finding.file}): the chain was rewritten, or the database was put back from a copy.`
    case 'seal-forged':
      return `Seal ${finding.file} (row ${finding.seq}) was forged or edited: its signature does not fit.`
    case 'seal-of-another-key':
      return `Seal ${finding.file} (row ${finding.seq}) was made with a key that is not this host's.`
    case 'seal-of-another-site':
      return `Seal ${finding.file} (row ${finding.seq}) belongs to another factory, ${finding.siteId}.`
    case 'seal-unreadable':
      return `Seal ${finding.file} is not readable as a seal: it was damaged or edited.`
    case 'key-missing':
      return 'The public key is not there (keys/audit-seal.pub.pem), so no seal can be checked.'
    case 'archive-missing':
      return `Archive ${finding.file} is not there: rows ${finding.seq} to ${finding.to} cannot be read.`
    case 'archive-damaged':
      return `Archive ${finding.file} (rows ${finding.seq} to ${finding.to}) cannot be read as it was written: it was cut off, damaged or edited.`
    case 'archive-short':
      return `Archive ${finding.file} does not reach its end: rows ${finding.seq} to ${finding.to} are not in it.`
    case 'archive-edited':
      return `Archive ${finding.file} (rows ${finding.seq} to ${finding.to}) is not the file that the database names.`
    case 'archive-forged':
      return `Archive ${finding.file} (rows ${finding.seq} to ${finding.to}) was not signed by this host.`
    case 'purge-unaudited':
      return `Rows ${finding.seq} to ${finding.to} are marked as archived, but the audit knows nothing of it: somebody else set the mark.`
  }
}
