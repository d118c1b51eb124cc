import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Downtime } from '../../shared/downtime/contract.ts'
import { FactList } from '../components/fact-list.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { useStandingWords } from '../core/standing-words.ts'
import { StateChip } from './looks.tsx'

/** All that is known of a record, and what happened to it. */
export function RecordFacts({ record }: { readonly record: Downtime }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const personName = usePersonName()
  const words = useStandingWords()
  const field = (name: Parameters<typeof fieldKey>[0]) => t(fieldKey(name))
  const { sectionName, workOrderNumber, reasonName, kind, isPlanned, startedAt, endedAt, notes, reportedByName, endedByName, verifiedByName, cancelledByName, cancelReason } = record
  const facts = [
    { label: field('state'), value: <StateChip record={record} /> },
    { label: field('downtimeReasonId'), value: `${reasonName} (${textOf(`masters.downtimeKinds.${kind}`) ?? kind}, ${t(isPlanned ? 'downtime.planned' : 'downtime.unplanned')})` },
    { label: field('startedAt'), value: instant(startedAt) },
    { label: field('endedAt'), value: endedAt === null ? t('downtime.statuses.STANDING') : instant(endedAt) },
    { label: field('minutes'), value: words.lasted(record) },
    { label: field('sectionId'), value: sectionName },
    ...(workOrderNumber === null ? [] : [{ label: field('workOrderId'), value: workOrderNumber }]),
    ...(notes === '' ? [] : [{ label: field('notes'), value: notes }]),
    { label: field('reportedBy'), value: personName(reportedByName) },
    ...(endedByName === null ? [] : [{ label: field('endedBy'), value: personName(endedByName) }]),
    ...(verifiedByName === null ? [] : [{ label: field('verifiedBy'), value: personName(verifiedByName) }]),
    ...(cancelledByName === null ? [] : [{ label: field('cancelledBy'), value: personName(cancelledByName) }, { label: field('cancelReason'), value: cancelReason ?? '' }]),
  ]
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <FactList facts={facts} />
      <RecordHistory entity="downtime" id={record.id} />
    </Box>
  )
}

function fieldKey<Name extends 'state' | 'downtimeReasonId' | 'startedAt' | 'endedAt' | 'minutes' | 'sectionId' | 'workOrderId' | 'notes' | 'reportedBy' | 'endedBy' | 'verifiedBy' | 'cancelledBy' | 'cancelReason'>(name: Name): `downtime.fields.${Name}` {
  return `downtime.fields.${name}`
}
