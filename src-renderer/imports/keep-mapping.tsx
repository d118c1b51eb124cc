import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { BatchDetail } from '../../shared/imports/contract.ts'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'

/** How this file was read, with all that was replaced on the way, kept for the next one of its sender. */
export function KeepMapping({ batch: { target, setup } }: { readonly batch: BatchDetail }): ReactNode {
  const t = useText()
  const [name, setName] = useState('')
  const save = useCommand(useApi().imports.saveMapping)
  const { columns, constants, replacements } = setup
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') save.mutate({ target, name, columns, constants, replacements })
  }
  if (save.data) return <Alert severity="success">{t('imports.batch.kept', { name: save.data.name })}</Alert>
  return (
    <Box component="form" onSubmit={onSubmit} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'end' }}>
      <Typography variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>{t('imports.batch.keep')}</Typography>
      <Box sx={{ width: 280 }}><TextInput label={t('imports.mapping.name')} value={name} onChange={setName} /></Box>
      <Button type="submit" variant="outlined" disabled={name.trim() === ''} loading={save.isPending}>{t('imports.mapping.save')}</Button>
    </Box>
  )
}
