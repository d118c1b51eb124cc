import Backspace from '@mui/icons-material/BackspaceOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { pinLengths } from '../../shared/operators/rules.ts'
import { useText } from '../core/i18n.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Digits for fingers in gloves, and for a keyboard as well; what is typed shows as dots. */
export function PinPad({ isChecking, onEnter }: { readonly isChecking: boolean; onEnter(pin: string): void }): ReactNode {
  const t = useText()
  const [pin, setPin] = useState('')
  const isLongEnough = pin.length >= pinLengths.least
  const add = (digit: string) => setPin(before => (before + digit).slice(0, pinLengths.most))
  const erase = () => setPin(before => before.slice(0, -1))
  const enter = () => {
    onEnter(pin)
    setPin('')
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isChecking || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^\d$/.test(event.key)) add(event.key)
    else if (event.key === 'Backspace') erase()
    else if (event.key === 'Enter' && isLongEnough) {
      event.preventDefault()
      enter()
    }
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  const key = (digit: string) => <Button key={digit} variant="outlined" aria-label={t('operators.door.digit', { digit })} disabled={isChecking} onClick={() => add(digit)} sx={keyLook}>{digit}</Button>
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'center' }}>
      <Box role="status" aria-label={t('operators.door.typed', { count: pin.length })} sx={{ display: 'flex', gap: 1.25, height: 24, alignItems: 'center' }}>
        {Array.from({ length: Math.max(pinLengths.least, pin.length) }, (_, at) => (
          <Box key={at} sx={{ width: 16, height: 16, borderRadius: '50%', border: 2, borderColor: 'primary.main', bgcolor: at < pin.length ? 'primary.main' : 'transparent' }} />
        ))}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 84px)', gap: 1.25 }}>
        {digits.map(key)}
        <Button aria-label={t('operators.door.erase')} disabled={isChecking || pin === ''} onClick={erase} sx={keyLook}><Backspace /></Button>
        {key('0')}
        <Button variant="contained" loading={isChecking} disabled={!isLongEnough} onClick={enter} sx={{ ...keyLook, fontSize: '1rem' }}>{t('operators.door.enter')}</Button>
      </Box>
    </Box>
  )
}

const keyLook = { height: 72, minWidth: 84, fontSize: '1.5rem', fontWeight: 600 } as const
