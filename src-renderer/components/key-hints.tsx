import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useEffect, useId, type ReactNode } from 'react'
import { create } from 'zustand'
import { useText, type Translate } from '../core/i18n.ts'

export interface KeyHint { readonly keys: readonly string[]; readonly text: string }
export interface KeyHintGroup { readonly title: string; readonly hints: readonly KeyHint[] }

const useHints = create<{ readonly isOpen: boolean; readonly groups: ReadonlyMap<string, (t: Translate) => KeyHintGroup> }>(() => ({ isOpen: false, groups: new Map() }))

/** Shows the list of keys, as `?` does. */
export function showKeyHints(): void {
  useHints.setState({ isOpen: true })
}

/** A screen's own keys, listed under `?` while it is shown. `group` must keep its identity: declare it outside of the component. */
export function useKeyHints(group: (t: Translate) => KeyHintGroup): void {
  const id = useId()
  useEffect(() => {
    const put = (groups: ReadonlyMap<string, (t: Translate) => KeyHintGroup>) => useHints.setState({ groups })
    put(new Map(useHints.getState().groups).set(id, group))
    return () => put(new Map([...useHints.getState().groups].filter(([key]) => key !== id)))
  }, [id, group])
}

/** In `AppFrame`. `?` opens it wherever nothing is being typed, F1 everywhere. */
export function KeyHints(): ReactNode {
  const t = useText()
  const { isOpen, groups } = useHints()
  const close = () => useHints.setState({ isOpen: false })
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isAsked = event.key === 'F1' || (event.key === '?' && !isTyping(event.target))
      if (!isAsked || event.ctrlKey || event.altKey) return
      event.preventDefault()
      showKeyHints()
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
  const shown = [generalKeys, ...new Set(groups.values())].map(group => group(t))
  return (
    <Dialog open={isOpen} onClose={close} maxWidth={shown.length > 2 ? 'md' : 'sm'} fullWidth aria-labelledby="key-hints-title">
      <DialogTitle id="key-hints-title">{t('keys.title')}</DialogTitle>
      <DialogContent sx={{ columnWidth: 260, columnGap: 4 }}>
        {shown.map(group => (
          <Box key={group.title} component="section" sx={{ display: 'grid', gap: 0.75, mb: 2.5, breakInside: 'avoid' }}>
            <Typography component="h3" variant="overline" sx={{ color: 'text.secondary' }}>{group.title}</Typography>
            {group.hints.map(hint => (
              <Box key={hint.text} sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 2, fontSize: '0.875rem' }}>
                <span>{hint.text}</span>
                <Keys keys={hint.keys} />
              </Box>
            ))}
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={close} autoFocus>{t('buttons.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

/** Keys as they look on a keyboard. */
export function Keys({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexShrink: 0 }}>
      {keys.map(key => (
        <Box key={key} component="kbd" sx={{ font: 'inherit', fontSize: '0.8125rem', fontWeight: 600, px: 0.75, minWidth: 24, textAlign: 'center', border: 1, borderBottomWidth: 2, borderColor: 'divider', borderRadius: 1, bgcolor: 'tint.header' }}>{key}</Box>
      ))}
    </Box>
  )
}

export function listKeys(t: Translate): KeyHintGroup {
  return {
    title: t('keys.list'),
    hints: [
      { keys: ['/'], text: t('keys.find') },
      { keys: ['↑', '↓'], text: t('keys.move') },
      { keys: ['Enter'], text: t('keys.open') },
      { keys: ['Shift', 'Space'], text: t('keys.select') },
      { keys: ['Alt', 'PgUp', 'PgDn'], text: t('keys.pages') },
    ],
  }
}

export function formKeys(t: Translate): KeyHintGroup {
  return {
    title: t('keys.form'),
    hints: [
      { keys: ['Enter'], text: t('keys.nextField') },
      { keys: ['Ctrl', 'Enter'], text: t('keys.save') },
      { keys: ['Esc'], text: t('keys.close') },
      { keys: ['h', '+1'], text: t('keys.days') },
      { keys: ['Alt', '↓'], text: t('keys.calendar') },
    ],
  }
}

function generalKeys(t: Translate): KeyHintGroup {
  return {
    title: t('keys.general'),
    hints: [
      { keys: ['Ctrl', 'K'], text: t('keys.search') },
      { keys: ['F9'], text: t('scan.keys.scan') },
      { keys: ['?', 'F1'], text: t('keys.help') },
    ],
  }
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
}

/** A screen's keys rest while a dialog is over it. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null
}
