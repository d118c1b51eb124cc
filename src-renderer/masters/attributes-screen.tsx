import Add from '@mui/icons-material/Add'
import PlaylistAdd from '@mui/icons-material/PlaylistAddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { AttributeDefinition } from '../../shared/masters/attributes.ts'
import { masterNames, type MasterName } from '../../shared/masters/masters.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ScrollArea } from '../components/scroll-area.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { ActivityChip } from './activity-chip.tsx'
import { AttributeForm } from './attribute-form.tsx'
import { masterNamed } from './master.ts'

/** The extra fields that the factory has defined for its master data. */
export function AttributesScreen(): ReactNode {
  const t = useText()
  const mayChange = useMay()('settings.update')
  const { masters } = useApi()
  const [params, setParams] = useSearchParams()
  const [edited, setEdited] = useState<AttributeDefinition | 'new'>()
  const { data: all = [] } = useLive(masters.listAttributeDefinitions, {})
  const name = masterNames.find(one => one === params.get('of')) ?? masterNames.find(one => all.some(({ entity }) => entity === masterNamed(one).entity)) ?? 'items'
  const { entity } = masterNamed(name)
  const definitions = all.filter(one => one.entity === entity)
  useBegin({ new: mayChange && (() => setEdited('new')) })
  const add = mayChange && <Button variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>{t('masters.attributes.add')}</Button>
  return (
    <PageFrame title={t('masters.attributes.title')} subtitle={t('masters.attributes.hint')} actions={add}>
      <Box sx={{ maxWidth: 360 }}>
        <SelectInput
          label={t('masters.attributes.of')} value={name} onChange={chosen => chosen !== null && setParams({ of: chosen }, { replace: true })}
          options={masterNames.map(one => ({ value: one, label: t(`masters.${one}.title`) }))}
        />
      </Box>
      {definitions.length === 0
        ? <EmptyState icon={<PlaylistAdd />} title={t('masters.attributes.empty', { of: t(`masters.${name}.title`) })} hint={t('masters.attributes.emptyHint')} actions={add} />
        : <AttributeTable name={name} definitions={definitions} onEdit={mayChange ? setEdited : undefined} />}
      {edited && <AttributeForm entity={entity} definition={edited === 'new' ? undefined : edited} position={definitions.length + 1} onClose={() => setEdited(undefined)} />}
    </PageFrame>
  )
}

interface AttributeTableProps { readonly name: MasterName; readonly definitions: readonly AttributeDefinition[]; readonly onEdit: ((definition: AttributeDefinition) => void) | undefined }

function AttributeTable({ name, definitions, onEdit }: AttributeTableProps): ReactNode {
  const t = useText()
  const { setAttributeDefinitionActive: setActive } = useApi().masters
  const change = useCommand(setActive, {
    done: ({ isActive, labelIndonesian }) => t(isActive ? 'masters.done.activated' : 'masters.done.deactivated', { name: labelIndonesian }),
    undo: ({ id, version, isActive }) => setActive({ id, version, isActive: !isActive }),
  })
  return (
    <ScrollArea label={`${t('masters.attributes.title')}: ${t(`masters.${name}.title`)}`}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('masters.attributes.labelIndonesian')}</TableCell><TableCell>{t('masters.attributes.labelEnglish')}</TableCell><TableCell>{t('masters.attributes.kind')}</TableCell>
            <TableCell>{t('masters.attributes.isRequired')}</TableCell><TableCell>{t('fields.status')}</TableCell><TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {definitions.map(definition => {
            const { id, version, labelIndonesian, labelEnglish, kind, choices, isRequired, isActive } = definition
            return (
              <TableRow key={id} hover>
                <TableCell>{labelIndonesian}</TableCell><TableCell>{labelEnglish}</TableCell>
                <TableCell>{t(`masters.attributes.kinds.${kind}`)}{kind === 'choice' && `: ${choices.join(', ')}`}</TableCell>
                <TableCell>{t(isRequired ? 'words.yes' : 'words.no')}</TableCell><TableCell><ActivityChip isActive={isActive} /></TableCell>
                <TableCell align="right">
                  {onEdit && <Button size="small" aria-label={`${t('buttons.edit')}: ${labelIndonesian}`} onClick={() => onEdit(definition)}>{t('buttons.edit')}</Button>}
                  {onEdit && (
                    <Button size="small" color={isActive ? 'error' : 'primary'} aria-label={`${t(isActive ? 'buttons.deactivate' : 'buttons.activate')}: ${labelIndonesian}`} onClick={() => change.mutate({ id, version, isActive: !isActive })}>
                      {t(isActive ? 'buttons.deactivate' : 'buttons.activate')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </ScrollArea>
  )
}
