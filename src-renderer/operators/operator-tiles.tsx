import Badge from '@mui/icons-material/BadgeOutlined'
import Avatar from '@mui/material/Avatar'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { Operator } from '../../shared/operators/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useText } from '../core/i18n.ts'
import { initials } from '../core/initials.ts'

/** From so many names on one is searched for. */
const many = 12

/** Everybody who may take over, as large as a glove. */
export function OperatorTiles({ people, onChoose }: { readonly people: readonly Operator[]; onChoose(person: Operator): void }): ReactNode {
  const t = useText()
  const [search, setSearch] = useState('')
  const found = people.filter(({ fullName }) => fullName.toLowerCase().includes(search.trim().toLowerCase()))
  if (people.length === 0) return <EmptyState icon={<Badge />} title={t('operators.door.nobody')} />
  return (
    <>
      {people.length > many && <Box sx={{ maxWidth: 420 }}><TextInput label={t('operators.door.search')} value={search} onChange={setSearch} /></Box>}
      {found.length === 0 && <Typography role="status">{t('operators.door.noMatch')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' }}>
        {found.map(person => (
          <li key={person.id}>
            <ButtonBase
              disabled={!person.hasPin} onClick={() => onChoose(person)}
              sx={{ width: '100%', minHeight: 88, gap: 2, px: 2, py: 1.5, justifyContent: 'flex-start', textAlign: 'start', borderRadius: 2, border: 1, borderColor: 'divider', bgcolor: 'background.paper', '&:hover, &:focus-visible': { borderColor: 'primary.main', bgcolor: 'tint.primary' } }}
            >
              <Avatar aria-hidden sx={{ width: 52, height: 52, fontWeight: 700, bgcolor: 'tint.primary', color: 'primary.main' }}>{initials(person.fullName)}</Avatar>
              <Box component="span" sx={{ minWidth: 0 }}>
                <Box component="span" sx={{ display: 'block', fontSize: '1.125rem', fontWeight: 650, lineHeight: 1.25, overflowWrap: 'anywhere' }}>{person.fullName}</Box>
                <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>{[person.sectionName ?? person.role, !person.hasPin && t('operators.door.noPin')].filter(Boolean).join(' · ')}</Box>
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </>
  )
}
