import Search from '@mui/icons-material/Search'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import LinearProgress from '@mui/material/LinearProgress'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { Command } from 'cmdk'
import { useEffect, useEffectEvent, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { Keys } from '../components/key-hints.tsx'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import type { DeskAction, Entry } from './entries.ts'
import { EntryLine } from './entry-line.tsx'
import { usePaletteList, type PaletteGroup } from './palette-list.ts'
import { closePalette, openPalette, usePalette } from './palette-state.ts'
import { useRecent } from './recent.ts'

/** Ctrl+K, wherever one is: every screen, command and record this user may open. In the frame; `deskActions` are the program's own. */
export function Palette({ deskActions }: { readonly deskActions: readonly DeskAction[] }): ReactNode {
  const { isOpen } = usePalette()
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      if (usePalette.getState().isOpen) closePalette()
      else openPalette()
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [])
  return isOpen && <PaletteDialog deskActions={deskActions} />
}

function PaletteDialog({ deskActions }: { readonly deskActions: readonly DeskAction[] }): ReactNode {
  const t = useText()
  const isPhone = useMediaQuery('(max-width: 599px)', { noSsr: true })
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [isEager, setEager] = useState(false)
  const [isBlocked, setBlocked] = useState(false)
  const isApart = useRef(false)
  const isByHand = useRef(false)
  const [keepsPage] = useState(hasUnsavedWork)
  const openEntry = useOpen()
  const open = (entry: Entry) => setBlocked(!openEntry(entry, isApart.current || keepsPage))
  const list = usePaletteList(typed, deskActions)
  const entries = list.groups.flatMap(group => group.entries.map(entry => ({ entry, value: valueOf(group.name, entry) })))
  // What was chosen stays chosen while others come and go; else it is the first one.
  const selected = entries.find(({ value }) => value === chosen) ?? entries.find(({ entry }) => !entry.isPending)

  const type = (text: string) => {
    setTyped(text)
    setChosen(undefined)
    setEager(false)
  }
  const choose = (value: string) => {
    setChosen(value)
    setEager(false)
  }
  /** Before the host's answer Enter waits for it: what stands first may change, and a record used last may be gone. */
  const openSelected = () => {
    if (list.isSearching && (chosen === undefined || selected?.entry.isPending)) setEager(true)
    else if (selected) open(selected.entry)
  }
  const openWaited = useEffectEvent(() => {
    if (selected && (chosen === undefined || selected.value === chosen)) open(selected.entry)
  })
  useEffect(() => {
    if (isEager && !list.isSearching) openWaited()
  }, [isEager, list.isSearching])
  /** The list also selects by itself whenever it changes; only what a hand selects is chosen. */
  const byHand = () => {
    isByHand.current = true
    queueMicrotask(() => { isByHand.current = false })
  }
  /** The browser also reports a move when the list grows under a pointer at rest; that chooses nothing. */
  const byPointer = (event: PointerEvent) => {
    if (event.movementX === 0 && event.movementY === 0) event.stopPropagation()
    else byHand()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    byHand()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    isApart.current = event.ctrlKey || event.metaKey
    openSelected()
  }
  const openClicked = (value: string, entry: Entry) => {
    setChosen(value)
    if (entry.isPending) setEager(true)
    else open(entry)
  }
  // A scanned code is opened by the program, as anywhere.
  useScan(() => {
    closePalette()
    return undefined
  })
  return (
    <Dialog
      open onClose={closePalette} fullWidth maxWidth="sm" fullScreen={isPhone}
      slotProps={{ container: { sx: { alignItems: 'flex-start' } }, paper: { 'aria-label': t('search.title'), sx: isPhone ? undefined : { mt: { sm: 6, md: 10 }, maxHeight: 'min(640px, calc(100% - 96px))' } } }}
    >
      <Root
        label={t('search.title')} shouldFilter={false} vimBindings={false} value={selected?.value ?? ''} onValueChange={value => isByHand.current && choose(value)} onKeyDown={onKeyDown}
        onPointerMoveCapture={byPointer} onClickCapture={event => { isApart.current = event.ctrlKey || event.metaKey }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, borderBottom: 1, borderColor: 'divider', position: 'relative' }}>
          <Search aria-hidden sx={{ color: 'text.secondary' }} />
          <Command.Input autoFocus onBlur={keepFocus} value={typed} onValueChange={type} placeholder={t('search.placeholder')} maxLength={100} />
          {list.isSearching && <LinearProgress aria-label={t('search.searching')} sx={{ position: 'absolute', bottom: -1, insetInline: 0, height: 2 }} />}
        </Box>
        {isBlocked && <Alert severity="error" sx={{ borderRadius: 0 }}>{t('search.blocked')}</Alert>}
        {keepsPage && <Alert severity="info" sx={{ borderRadius: 0 }}>{t('search.formOpen')}</Alert>}
        {list.error && <Alert severity="error" sx={{ borderRadius: 0 }}>{t('search.failed', { problem: errorText(list.error) })}</Alert>}
        <Command.List label={t('search.results')}>
          {list.groups.map(group => (
            <Command.Group key={group.name} heading={<GroupTitle name={group.name} />}>
              {group.entries.map(entry => (
                <Command.Item key={entry.id} value={valueOf(group.name, entry)} onSelect={() => openClicked(valueOf(group.name, entry), entry)}><EntryLine entry={entry} /></Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
        {entries.length === 0 && !list.isSearching && <EmptyState icon={<SearchOff />} title={t('search.nothing', { text: typed.trim() })} hint={t('search.nothingHint')} />}
        <Box role="status" sx={unseen}>{!list.isSearching && (entries.length === 0 ? t('search.nothing', { text: typed.trim() }) : t('search.count', { count: entries.length }))}</Box>
        <Hints />
      </Root>
    </Dialog>
  )
}

/** A drawer that is still closing gives the focus back to where it was; what is typed now belongs here. */
function keepFocus({ currentTarget: input, relatedTarget: next }: FocusEvent<HTMLInputElement>): void {
  if (!input.closest('[role=dialog]')?.contains(next)) queueMicrotask(() => input.focus())
}

/** One entry may stand in two groups. */
function valueOf(group: PaletteGroup, { id }: Entry): string {
  return `${group} ${id}`
}

/** What would be lost if the page under the palette went: an open form, a page that says so of itself. */
function hasUnsavedWork(): boolean {
  return document.querySelector('[role=dialog] form, [data-unsaved]') !== null
}

/** Opens what was chosen, or does it. `isApart`: in a window of its own; says whether the browser let it. */
function useOpen(): (entry: Entry, isApart: boolean) => boolean {
  const navigate = useNavigate()
  const { remember } = useRecent()
  return ({ id, to, run }, isApart) => {
    if (to !== undefined && isApart && !window.open(to, '_blank')) return false
    remember(id)
    closePalette()
    if (to === undefined) run?.()
    else if (!isApart) void navigate(to)
    return true
  }
}

function GroupTitle({ name }: { readonly name: PaletteGroup }): ReactNode {
  const t = useText()
  return name === 'recent' || name === 'screens' || name === 'actions' ? t(`search.groups.${name}`) : t(`search.kinds.${name}`)
}

function Hints(): ReactNode {
  const t = useText()
  const hints = [
    [['↑', '↓'], t('search.hints.move')], [['Enter'], t('search.hints.open')], [['Ctrl', 'Enter'], t('search.hints.apart')], [['Esc'], t('search.hints.close')],
  ] as const
  return (
    <Box aria-hidden sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 2, py: 1, borderTop: 1, borderColor: 'divider', color: 'text.secondary', fontSize: '0.8125rem', [touch]: { display: 'none' } }}>
      {hints.map(([keys, text]) => <Box key={text} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}><Keys keys={keys} />{text}</Box>)}
    </Box>
  )
}

const unseen = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const

const Root = styled(Command)(({ theme }) => ({
  display: 'flex', flexDirection: 'column', minHeight: 0, outline: 0,
  '& [cmdk-input]': {
    flex: 1, minWidth: 0, height: 56, border: 0, outline: 0, background: 'none', color: 'inherit', font: 'inherit', fontSize: '1.0625rem', [touch]: { height: 64 },
    '&::placeholder': { color: theme.vars.palette.text.secondary, opacity: 0.85 },
  },
  '& [cmdk-list]': { overflow: 'auto', overscrollBehavior: 'contain', padding: theme.spacing(0, 1, 1), scrollPaddingBlock: 40, '&:empty': { padding: 0 } },
  '& [cmdk-group-heading]': { padding: theme.spacing(1.25, 1, 0.5), fontSize: '0.8125rem', fontWeight: 650, color: theme.vars.palette.text.secondary },
  '& [cmdk-item]': {
    display: 'flex', alignItems: 'center', gap: theme.spacing(1.5), minHeight: 40, padding: theme.spacing(0.5, 1), borderRadius: 8, fontSize: '0.9375rem', lineHeight: 1.35, cursor: 'pointer',
    position: 'relative', [touch]: { minHeight: touchTarget },
    '&[data-selected=true]': { backgroundColor: theme.vars.palette.tint.selected },
    '&[data-selected=true]::before': { content: '""', position: 'absolute', insetInlineStart: 0, top: 8, bottom: 8, width: 3, borderRadius: 2, backgroundColor: theme.vars.palette.primary.main },
  },
}))
