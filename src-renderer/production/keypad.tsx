import Backspace from '@mui/icons-material/BackspaceOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { isTyping } from '../components/key-hints.tsx'
import { useText } from '../core/i18n.ts'

export interface KeypadProps {
  /** Digits alone; empty where nothing was entered. */
  readonly value: string
  readonly isDisabled: boolean
  onChange(value: string): void
  onEnter(): void
}

const mostDigits = 6
const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0'] as const

/** Digits for thumbs and gloves; a keyboard's digits do the same. */
export function Keypad({ value, isDisabled, onChange, onEnter }: KeypadProps): ReactNode {
  const t = useText()
  const add = (digits: string) => onChange((value + digits).replace(/^0+/, '').slice(0, mostDigits))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDisabled || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || document.querySelector('[role=dialog], [role=alertdialog]')) return
    if (/^\d$/.test(event.key)) add(event.key)
    else if (event.key === 'Backspace') onChange(value.slice(0, -1))
    else if (event.key === 'Enter' && value !== '' && !(event.target instanceof HTMLButtonElement)) onEnter()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const look = { minHeight: 64, fontSize: '1.5rem', fontWeight: 650 } as const
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1 }}>
      {keys.map(key => <Button key={key} variant="outlined" disabled={isDisabled} sx={look} onClick={() => add(key)}>{key}</Button>)}
      <Button variant="outlined" disabled={isDisabled || value === ''} aria-label={t('production.entry.clear')} sx={look} onClick={() => onChange(value.slice(0, -1))}><Backspace /></Button>
    </Box>
  )
}
