import Add from '@mui/icons-material/Add'
import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import ListAlt from '@mui/icons-material/ListAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { processFlowEdgeMaster, type ProcessFlowEdge } from '../../shared/masters/process.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { masterPaths } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { FlowDrawing } from './flow-drawing.tsx'
import { FlowHistory } from './flow-history.tsx'
import { MasterDrawer } from './master-drawer.tsx'
import { MasterForm } from './master-form.tsx'
import { presentations } from './presentations.ts'

const presentation = presentations.processFlowEdges

/** How one item goes through the sections, drawn and listed. */
export function FlowScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const { masters } = useApi()
  const [params, setParams] = useSearchParams()
  const [isAdding, setAdding] = useState(false)
  const [opened, setOpened] = useState<string>()
  const { data: items = [] } = useLive(masters.listFlowItems, {})
  const itemId = params.get('item') ?? items[0]?.id
  const { data } = useLive(masters.listProcessFlowEdges, { filter: { itemId: itemId ?? '', isActive: true }, pageSize: 200 }, { enabled: itemId !== undefined, clears: true })
  const edges = data?.rows ?? []
  const title = t('masters.processFlowEdges.graph')
  const add = may('masters.create') && <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>{t('masters.processFlowEdges.add')}</Button>
  const list = <Button variant="outlined" startIcon={<ListAlt />} component={Link} to={masterPaths.processFlowEdges}>{t('masters.processFlowEdges.list')}</Button>
  return (
    <PageFrame title={title} actions={<>{list}{add}</>}>
      {items.length === 0 && <EmptyState icon={<AccountTree />} title={t('masters.processFlowEdges.empty')} hint={t('masters.processFlowEdges.emptyHint')} actions={add} />}
      {itemId !== undefined && (
        <>
          <Box sx={{ maxWidth: 480 }}>
            <SelectInput
              label={t('fields.itemId')} value={itemId} onChange={chosen => chosen !== null && setParams({ item: chosen }, { replace: true })}
              options={items.map(({ id, code, name }) => ({ value: id, label: `${code} — ${name}` }))}
            />
          </Box>
          {edges.length > 0 && <FlowDrawing edges={edges} title={title} onOpen={setOpened} />}
          <EdgeTable edges={edges} onOpen={setOpened} />
          <FlowHistory itemId={itemId} />
        </>
      )}
      {isAdding && <MasterForm master={processFlowEdgeMaster} presentation={presentation} start={{ itemId: itemId ?? null }} onClose={() => setAdding(false)} />}
      {opened !== undefined && <MasterDrawer key={opened} master={processFlowEdgeMaster} presentation={presentation} id={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function EdgeTable({ edges, onOpen }: { readonly edges: readonly ProcessFlowEdge[]; onOpen(id: string): void }): ReactNode {
  const t = useText()
  if (edges.length === 0) return null
  return (
    <Table size="small" aria-label={t('masters.processFlowEdges.title')}>
      <TableHead>
        <TableRow><TableCell>{t('fields.fromSectionId')}</TableCell><TableCell>{t('fields.toSectionId')}</TableCell><TableCell align="right">{t('fields.leadDays')}</TableCell><TableCell /></TableRow>
      </TableHead>
      <TableBody>
        {edges.map(({ id, fromSectionName, toSectionName, leadDays }) => (
          <TableRow key={id} hover>
            <TableCell>{fromSectionName}</TableCell><TableCell>{toSectionName}</TableCell><TableCell align="right">{leadDays}</TableCell>
            <TableCell align="right"><Button size="small" onClick={() => onOpen(id)} aria-label={`${t('buttons.open')}: ${fromSectionName} → ${toSectionName}`}>{t('buttons.open')}</Button></TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
