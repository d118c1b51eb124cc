import Box from '@mui/material/Box'
import type { KeyboardEvent, ReactNode } from 'react'
import { flowLayout, type FlowPlace } from '../../shared/masters/flow-layout.ts'
import type { ProcessFlowEdge } from '../../shared/masters/process.ts'
import { useText } from '../core/i18n.ts'

const box = { width: 132, height: 48 }
const step = { x: 186, y: 88 }
const margin = 12
/** How far below the boxes between a way over several layers runs. */
const sag = 56

/** The flow of one item from left to right. Each way can be reached by Tab and opened by Enter. */
export function FlowDrawing({ edges, title, onOpen }: { readonly edges: readonly ProcessFlowEdge[]; readonly title: string; onOpen(id: string): void }): ReactNode {
  const t = useText()
  const places = new Map(flowLayout(edges).map(place => [place.id, place]))
  const names = new Map(edges.flatMap(edge => [[edge.fromSectionId, edge.fromSectionName], [edge.toSectionId, edge.toSectionName]] as const))
  const all = [...places.values()]
  const width = (Math.max(0, ...all.map(({ layer }) => layer)) * step.x) + box.width + 2 * margin
  const isSagging = edges.some(edge => places.get(edge.toSectionId)!.layer - places.get(edge.fromSectionId)!.layer > 1)
  const height = (Math.max(0, ...all.map(({ row }) => row)) * step.y) + box.height + 2 * margin + (isSagging ? sag / 2 : 0)
  return (
    <Box sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.paper', p: 1 }}>
      <Box component="svg" role="group" aria-label={title} viewBox={`0 0 ${width} ${height}`} sx={{ width: '100%', minWidth: Math.min(width, narrowest), maxWidth: width, display: 'block', fontFamily: 'inherit', '& text': { fill: 'currentColor' } }}>
        <defs>
          <marker id="flow-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="context-stroke" /></marker>
        </defs>
        {edges.map(edge => (
          <EdgeLine
            key={edge.id} from={places.get(edge.fromSectionId)!} to={places.get(edge.toSectionId)!} days={t('masters.processFlowEdges.days', { count: edge.leadDays })} onOpen={() => onOpen(edge.id)}
            label={t('masters.processFlowEdges.way', { from: edge.fromSectionName, to: edge.toSectionName, days: t('masters.processFlowEdges.days', { count: edge.leadDays }) })}
          />
        ))}
        {all.map(place => <SectionBox key={place.id} place={place} name={names.get(place.id) ?? ''} />)}
      </Box>
    </Box>
  )
}

function cornerOf({ layer, row }: FlowPlace): { readonly x: number; readonly y: number } {
  return { x: margin + layer * step.x, y: margin + row * step.y }
}

function SectionBox({ place, name }: { readonly place: FlowPlace; readonly name: string }): ReactNode {
  const { x, y } = cornerOf(place)
  return (
    <Box component="g" sx={{ color: 'text.primary' }}>
      <Box component="rect" x={x} y={y} width={box.width} height={box.height} rx={8} sx={{ fill: 'var(--lantai-palette-tint-primary)', stroke: 'var(--lantai-palette-primary-main)', strokeWidth: 1.5 }} />
      <text x={x + box.width / 2} y={y + box.height / 2} textAnchor="middle" dominantBaseline="central" fontSize="14" fontWeight="600">{shortened(name)}<title>{name}</title></text>
    </Box>
  )
}

interface EdgeLineProps { readonly from: FlowPlace; readonly to: FlowPlace; readonly days: string; readonly label: string; onOpen(): void }

function EdgeLine({ from, to, days, label, onOpen }: EdgeLineProps): ReactNode {
  const [start, end] = [cornerOf(from), cornerOf(to)]
  const [x1, y1, x2, y2] = [start.x + box.width, start.y + box.height / 2, end.x - 2, end.y + box.height / 2]
  // A way over several layers runs below the boxes between.
  const depth = to.layer - from.layer > 1 ? sag : 0
  const bend = depth === 0 ? (x2 - x1) / 2 : step.x - box.width
  const path = `M${x1} ${y1}C${x1 + bend} ${y1 + depth} ${x2 - bend} ${y2 + depth} ${x2} ${y2}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen()
  }
  return (
    <Box
      component="g" role="button" tabIndex={0} aria-label={label} onClick={onOpen} onKeyDown={onKeyDown}
      sx={{ color: 'text.secondary', cursor: 'pointer', outline: 'none', '&:hover, &:focus-visible': { color: 'primary.main', '& .line': { strokeWidth: 3 } } }}
    >
      <path d={path} fill="none" stroke="transparent" strokeWidth={24} />
      <path className="line" d={path} fill="none" stroke="currentColor" strokeWidth={1.75} markerEnd="url(#flow-arrow)" />
      <text x={(x1 + x2) / 2} y={(y1 + y2) / 2 + depth * 0.75 - 6} textAnchor="middle" fontSize="12" stroke="var(--lantai-palette-background-paper)" strokeWidth={4} paintOrder="stroke">{days}</text>
    </Box>
  )
}

/** Below this the drawing is scrolled instead of made smaller: its words must stay readable. */
const narrowest = 1000
const longestName = 16
function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name
}
