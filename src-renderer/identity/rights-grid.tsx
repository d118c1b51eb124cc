import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { actions, permissionModules, processActs, type Permission } from '../../shared/core/permissions.ts'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { gridHead, gridTable, rowHead } from './rights-look.ts'

export interface RightsGridProps {
  readonly granted: readonly Permission[]
  /** As it is stored: what differs is marked. */
  readonly stored: readonly Permission[]
  /** Another role to stand beside. */
  readonly compared?: { readonly name: string; readonly grants: readonly Permission[] } | undefined
  /** What may be given here; nothing of it where the role cannot be changed. */
  mayGive(permission: Permission): boolean
  readonly isFixed: boolean
  onToggle(permission: Permission): void
}

/** What one role may: modules down, actions across, then the acts that are granted by name. Arrows move, Space ticks. */
export function RightsGrid(props: RightsGridProps): ReactNode {
  const t = useText()
  const [current, setCurrent] = useState('0,0')
  const cell = (permission: Permission, row: number, column: number) => (
    <RightCell key={permission} {...props} permission={permission} place={`${row},${column}`} isCurrent={current === `${row},${column}`} onFocus={setCurrent} />
  )
  return (
    <Box sx={{ overflow: 'auto', flex: 1, minHeight: 240 }} onKeyDown={moveFocus} tabIndex={-1}>
      <Box component="table" sx={gridTable} aria-label={t('identity.roles.matrix')}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...gridHead, textAlign: 'start', left: 0, zIndex: 3 }}>{t('identity.roles.module')}</Box>
            {actions.map(action => <Box key={action} component="th" scope="col" sx={gridHead}>{t(`actions.${action}`)}</Box>)}
          </tr>
        </thead>
        <tbody>
          {permissionModules.map((module, row) => (
            <tr key={module}>
              <Box component="th" scope="row" sx={rowHead}>{t(`permissionModules.${module}`)}</Box>
              {actions.map((action, column) => cell(`${module}.${action}`, row, column))}
            </tr>
          ))}
        </tbody>
        <tbody>
          <tr><Box component="th" scope="colgroup" colSpan={actions.length + 1} sx={{ ...rowHead, pt: 2, fontWeight: 700 }}>{t('identity.roles.acts')}</Box></tr>
          {processActs.map((act, at) => (
            <tr key={act}>
              <Box component="th" scope="row" sx={rowHead}>{t(`identity.acts.${act}`)}</Box>
              {cell(`process.${act}`, permissionModules.length + at, 0)}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

interface RightCellProps extends RightsGridProps { readonly permission: Permission; readonly place: string; readonly isCurrent: boolean; onFocus(place: string): void }

function RightCell({ permission, place, isCurrent, granted, stored, compared, mayGive, isFixed, onToggle, onFocus }: RightCellProps): ReactNode {
  const t = useText()
  const isGranted = granted.includes(permission)
  const isStored = stored.includes(permission)
  const isOthers = compared?.grants.includes(permission)
  const change = isGranted === isStored ? undefined : isGranted ? 'given' : 'taken'
  const beside = compared && isOthers !== isGranted ? t(isOthers ? 'identity.roles.otherHas' : 'identity.roles.otherLacks', { role: compared.name }) : undefined
  const label = [permissionText(permission), change && t(`identity.roles.${change}`), beside].filter(Boolean).join(', ')
  return (
    <Box component="td" title={label} sx={{ ...cellLook, bgcolor: change === undefined ? undefined : change === 'given' ? 'tint.success' : 'tint.error' }}>
      <Checkbox
        size="small" checked={isGranted} disabled={isFixed || (!isGranted && !isStored && !mayGive(permission))} onChange={() => onToggle(permission)} onFocus={() => onFocus(place)}
        slotProps={{ input: { 'aria-label': label, tabIndex: isCurrent ? 0 : -1, ...{ 'data-place': place } } }}
      />
      {change && <Box component="span" aria-hidden sx={{ ...mark, insetInlineStart: 6, color: change === 'given' ? 'success.main' : 'error.main' }}>{change === 'given' ? '+' : '−'}</Box>}
      {beside && <Box component="span" aria-hidden sx={{ ...mark, insetInlineEnd: 6, color: 'info.main' }}>{isOthers ? '●' : '○'}</Box>}
    </Box>
  )
}

const cellLook = { position: 'relative', textAlign: 'center', borderBottom: 1, borderColor: 'divider', p: 0, minWidth: 76 } as const
const mark = { position: 'absolute', top: '50%', transform: 'translateY(-50%)', fontWeight: 700, fontSize: '0.875rem', lineHeight: 1 } as const

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** To the next cell that can be ticked in that direction. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const place = (event.target as HTMLElement).dataset.place
  if (!step || place === undefined) return
  event.preventDefault()
  let [row = 0, column = 0] = place.split(',').map(Number)
  for (;;) {
    row += step[0]
    column += step[1]
    const next = event.currentTarget.querySelector<HTMLInputElement>(`[data-place="${row},${column}"]`) ?? (step[0] !== 0 ? event.currentTarget.querySelector<HTMLInputElement>(`[data-place="${row},0"]`) : null)
    if (!next) return
    if (!next.disabled) return next.focus()
  }
}
