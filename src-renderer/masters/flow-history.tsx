import type { ReactNode } from 'react'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

interface Span { readonly fromDay: string | null; readonly untilDay: string | null }

/** The ways of an item as they were and are, each with the days on which it was in force and how things were handed over meanwhile. */
export function FlowHistory({ itemId }: { readonly itemId: string }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const since = useSince()
  const until = useUntil()
  const handedOver = useHandedOver()
  const { data: ways = [] } = useLive(useApi().masters.listFlowHistory, { itemId }, { clears: true })
  if (ways.length === 0) return null
  return (
    <Section title={t('masters.processFlowEdges.history')} hint={t('masters.processFlowEdges.historyHint')}>
      <PlainTable
        label={t('masters.processFlowEdges.history')}
        head={[{ prose: t('fields.fromSectionId') }, { prose: t('fields.toSectionId') }, t('fields.leadDays'), { words: t('fields.validFrom') }, { words: t('masters.processFlowEdges.until') }, { prose: t('masters.processFlowEdges.handedOver') }]}
        rows={ways.map(way => ({ key: way.id, cells: [way.fromSectionName, way.toSectionName, integer(way.leadDays), since(way), until(way), handedOver(way)] }))}
      />
    </Section>
  )
}

function useSince(): (span: Span) => string {
  const t = useText()
  const { day } = useFormats()
  return ({ fromDay }) => (fromDay === null ? t('masters.processFlowEdges.fromStart') : day(fromDay))
}

function useUntil(): (span: Span) => string {
  const t = useText()
  const { day } = useFormats()
  return ({ untilDay }) => (untilDay === null ? t('masters.processFlowEdges.untilNow') : day(untilDay))
}

/** By what was put out, by slip, or by slip for some of the time. */
function useHandedOver(): (way: Span & { readonly slips: readonly Span[] }) => string {
  const t = useText()
  const { day } = useFormats()
  const since = useSince()
  return ({ slips, ...way }) => {
    if (slips.length === 0) return t('masters.processFlowEdges.byOutput')
    if (slips.some(({ fromDay, untilDay }) => fromDay === way.fromDay && untilDay === way.untilDay)) return t('masters.processFlowEdges.bySlip')
    return slips.map(slip => (slip.untilDay === null ? t('masters.processFlowEdges.bySlipSince', { from: since(slip) }) : t('masters.processFlowEdges.bySlipSpan', { from: since(slip), until: day(slip.untilDay) }))).join(', ')
  }
}
