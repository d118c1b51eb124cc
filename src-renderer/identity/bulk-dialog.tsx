import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import { Reason } from '../../shared/core/fields.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import { maximumPageSize } from '../../shared/core/list.ts'
import type { User } from '../../shared/identity/users.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { asAppError, issuesOf } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import type { BulkAct } from './bulk-act.tsx'
import { useSectionSource } from './section-source.ts'

export type FormAct = Exclude<BulkAct, 'menus'>
interface BulkProps { readonly act: FormAct; readonly ids: readonly string[]; onDone(): void; onClose(): void }

/** What an act does not ask for is not there. */
const Entry = z.object({ roleId: IdSchema.optional(), sectionId: IdSchema.nullable().optional(), reason: Reason })
const schemas = { role: Entry.required({ roleId: true }), section: Entry.required({ sectionId: true }), activate: Entry, deactivate: Entry }

/** One act for several users, all or none; who may not be changed is named, and can be left out. */
export function BulkDialog({ ids, ...props }: BulkProps): ReactNode {
  const { data } = useLive(useApi().identity.listUsers, { filter: { ids: [...ids] }, sort: [{ column: 'fullName' }], pageSize: maximumPageSize }, { isFresh: true })
  return data ? <BulkForm {...props} people={data.rows} /> : null
}

function BulkForm({ act, people, onDone, onClose }: Omit<BulkProps, 'ids'> & { readonly people: readonly User[] }): ReactNode {
  const t = useText()
  const api = useApi()
  const self = useUser()
  const [dropped, setDropped] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<readonly User[]>([])
  const leftOut = people.filter(({ id, level }) => id === self.id || level < self.level)
  const concerned = people.filter(person => !leftOut.includes(person) && !dropped.includes(person.id))
  const titles = { role: t('identity.bulk.role'), section: t('identity.bulk.section'), activate: t('buttons.activate'), deactivate: t('buttons.deactivate') }

  async function save(entry: z.input<typeof Entry>): Promise<void> {
    if (concerned.length === 0) throw new AppError(leftOut.some(({ id }) => id !== self.id) ? 'higher-level' : 'own-account')
    const users = concerned.map(({ id, version }) => ({ id, version }))
    try {
      if (act === 'role' || act === 'section') await api.identity.changeUsers({ users, ...entry })
      else await api.identity.setUsersActive({ users, isActive: act === 'activate', reason: entry.reason })
    } catch (thrown) {
      setRefused(concerned.filter((_person, at) => issuesOf(asAppError(thrown)).some(({ path }) => path[0] === 'users' && path[1] === at)))
      throw thrown
    }
    showDone(t('identity.bulk.done', { count: users.length }))
    onDone()
  }
  return (
    <FormDialog
      title={titles[act]} subtitle={t('identity.bulk.title', { count: concerned.length })} schema={schemas[act]} values={{ ...(act === 'section' && { sectionId: null }), reason: '' }} onClose={onClose}
      save={save} rowName={index => concerned[index]?.fullName}
    >
      {refused.length > 0 && refused.length < concerned.length && <GoOnWithout count={refused.length} onDrop={() => { setDropped([...dropped, ...refused.map(({ id }) => id)]); setRefused([]) }} />}
      {leftOut.length > 0 && (
        <Alert severity="info">{t('identity.bulk.leftOut')} {leftOut.map(({ id, fullName }) => `${fullName} (${t(id === self.id ? 'identity.bulk.isOwn' : 'identity.bulk.isHigher')})`).join(', ')}</Alert>
      )}
      {act === 'role' && <RoleChoice />}
      {act === 'section' && <SectionChoice />}
      {act === 'deactivate' && <Typography variant="body2">{t('identity.bulk.activity')}</Typography>}
      <TextField name="reason" label={t('form.reasonLabel')} hint={t('form.reasonHint')} rows={2} isRequired />
      <PeopleList people={concerned} />
    </FormDialog>
  )
}

/** What was refused stands above; without those people the rest can be saved. */
function GoOnWithout({ count, onDrop }: { readonly count: number; onDrop(): void }): ReactNode {
  const t = useText()
  return <Box><Button variant="outlined" onClick={onDrop}>{t('identity.bulk.drop', { count })}</Button></Box>
}

function RoleChoice(): ReactNode {
  const t = useText()
  const { level } = useUser()
  const { data: roles = [] } = useLive(useApi().identity.listRoles, {})
  return <SelectField name="roleId" label={t('fields.roleId')} isRequired autoFocus options={roles.filter(role => role.level >= level && role.isActive).map(({ id, name }) => ({ value: id, label: name }))} />
}

function SectionChoice(): ReactNode {
  const t = useText()
  const isNone = useFormContext().watch('sectionId') === null
  return <ReferenceField name="sectionId" label={t('fields.sectionId')} hint={isNone ? t('identity.bulk.noSection') : undefined} source={useSectionSource()} autoFocus />
}

function PeopleList({ people }: { readonly people: readonly User[] }): ReactNode {
  const t = useText()
  return (
    <Box component="ul" aria-label={t('identity.users.title')} tabIndex={0} sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 200, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {people.map(({ id, fullName, role, sectionName, isActive }) => (
        <Box key={id} component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, px: 1.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <span>{fullName}</span>
          <Box component="span" sx={{ color: 'text.secondary' }}>{[role, sectionName, !isActive && t('words.inactive')].filter(Boolean).join(' · ')}</Box>
        </Box>
      ))}
    </Box>
  )
}
