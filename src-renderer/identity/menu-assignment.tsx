import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState, type ReactNode } from 'react'
import type { MenuHolders, MenuItem, MenusHeld } from '../../shared/identity/menus.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** The tree of menus with ticks: all of the chosen have it, some, or none; saved for all at once after a look at what it gives and takes. */
export function MenuAssignment({ holders }: { readonly holders: MenuHolders }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [language] = useLanguage()
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [isAsking, setAsking] = useState(false)
  const { data: items = [] } = useLive(api.identity.listMenuItems, {})
  const { data: held = [], refetch } = useLive(api.identity.listMenusHeld, holders, { isFresh: true })
  const fixed = held.filter(({ hasAll }) => hasAll)
  const changeable = held.filter(({ hasAll }) => !hasAll)
  const nameOf = ({ name, nameEnglish }: MenuItem) => (language === 'id' ? name : nameEnglish)
  const given = changed(items, changeable, wanted, true)
  const taken = changed(items, changeable, wanted, false)
  const want = (ids: readonly string[], isWanted: boolean) => setWanted(new Map([...wanted, ...ids.map(id => [id, isWanted] as const)]))
  const box = (label: string, ids: readonly string[]) => {
    const states = ids.flatMap(id => changeable.map(({ menuIds }) => wanted.get(id) ?? menuIds.includes(id)))
    const isAll = states.length > 0 && states.every(Boolean)
    return (
      <FormControlLabel
        label={label} disabled={!may('identity.update') || changeable.length === 0}
        control={<Checkbox size="small" checked={isAll} indeterminate={!isAll && states.some(Boolean)} onChange={() => want(ids, !isAll)} />}
      />
    )
  }
  const names = (list: readonly MenuItem[]) => list.map(nameOf).join(', ')
  return (
    <Box {...((given.length > 0 || taken.length > 0) && { 'data-unsaved': true })} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {fixed.length > 0 && <Alert severity="info" sx={{ borderRadius: 0 }}>{t('identity.menus.hasAll', { names: fixed.map(({ name }) => name).join(', ') })}</Alert>}
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2 }}>
        <Box sx={{ columnWidth: 260, columnGap: 3 }}>
        {items.filter(({ path }) => path === null).map(group => {
          const children = items.filter(({ parentId, isActive }) => parentId === group.id && isActive)
          return children.length > 0 && (
            <Box key={group.id} role="group" aria-label={nameOf(group)} sx={{ breakInside: 'avoid', pb: 1.5, display: 'flex', flexDirection: 'column', '& b': { fontWeight: 650 } }}>
              <b>{box(nameOf(group), children.map(({ id }) => id))}</b>
              <Box sx={{ pl: 3, display: 'flex', flexDirection: 'column' }}>{children.map(child => <div key={child.id}>{box(nameOf(child), [child.id])}</div>)}</Box>
            </Box>
          )
        })}
        </Box>
      </Box>
      {may('identity.update') && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: 1, p: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Box role="status" sx={{ mr: 'auto', fontSize: '0.875rem', color: 'text.secondary' }}>{t('identity.menus.change', { given: given.length, taken: taken.length, count: changeable.length })}</Box>
          <Button disabled={wanted.size === 0} onClick={() => setWanted(new Map())}>{t('buttons.discard')}</Button>
          <Button variant="contained" disabled={given.length + taken.length === 0} onClick={() => setAsking(true)} data-save>{t('buttons.save')}</Button>
        </Box>
      )}
      {isAsking && (
        <ConfirmWithReason
          title={t('identity.menus.title')} confirmLabel={t('buttons.save')}
          text={[
            given.length > 0 && t('identity.menus.gives', { names: names(given) }), taken.length > 0 && t('identity.menus.takes', { names: names(taken) }),
            t('identity.menus.concerns', { names: changeable.map(({ name }) => name).join(', ') }),
          ].filter(Boolean).join(' ')}
          onConfirm={async reason => {
            await api.identity.changeMenus({ holders: 'roleId' in holders ? holders : { userIds: changeable.map(({ id }) => id) }, given: given.map(({ id }) => id), taken: taken.map(({ id }) => id), reason })
            await refetch()
            showDone(t('identity.menus.saved'))
          }}
          onDone={() => { setAsking(false); setWanted(new Map()) }} onCancel={() => setAsking(false)}
        />
      )}
    </Box>
  )
}

/** What at least one of them gains or loses. */
function changed(items: readonly MenuItem[], held: readonly MenusHeld[], wanted: ReadonlyMap<string, boolean>, isGiven: boolean): MenuItem[] {
  return items.filter(({ id }) => wanted.get(id) === isGiven && held.some(({ menuIds }) => menuIds.includes(id) !== isGiven))
}
