import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Popper from '@mui/material/Popper'
import { useEffect, useRef, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'

export interface ListChoice { readonly key: string; readonly text: string; readonly code?: string; readonly detail?: string | undefined }

export interface EntryGridListProps {
  readonly id: string
  readonly label: string
  readonly anchor: HTMLElement | null
  readonly choices: readonly ListChoice[]
  readonly highlighted: number
  readonly isSearching: boolean
  onTake(choice: ListChoice): void
}

/** What can be chosen in the cell that is edited, under it. The keys belong to the editor; this shows and takes the mouse. */
export function EntryGridList({ id, label, anchor, choices, highlighted, isSearching, onTake }: EntryGridListProps): ReactNode {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[highlighted]?.scrollIntoView({ block: 'nearest' })
  }, [highlighted, choices])
  const hint = isSearching && choices.length === 0 ? t('form.searching') : choices.length === 0 ? t('form.noOptions') : undefined
  return (
    <Popper open={anchor !== null} anchorEl={anchor} placement="bottom-start" sx={{ zIndex: 'modal' }}>
      <Paper variant="outlined" sx={{ mt: 0.5, minWidth: 240, maxWidth: 520, boxShadow: '0 8px 28px rgb(9 30 35 / 18%)' }} onMouseDown={event => event.preventDefault()}>
        {hint !== undefined && <Box sx={{ px: 1.5, py: 1, fontSize: '0.875rem', color: 'text.secondary' }}>{hint}</Box>}
        <Box ref={list} component="ul" id={id} role="listbox" aria-label={label} sx={{ m: 0, p: 0, maxHeight: 300, overflow: 'auto', listStyle: 'none' }}>
          {choices.map((choice, at) => (
            <Box
              key={choice.key} component="li" role="option" id={`${id}-${at}`} aria-selected={at === highlighted} onClick={() => onTake(choice)}
              sx={{
                display: 'flex', gap: 1.5, alignItems: 'center', px: 1.5, minHeight: 34, fontSize: '0.875rem', cursor: 'pointer', [touch]: { minHeight: touchTarget },
                '&[aria-selected=true]': { bgcolor: 'tint.selected' }, '&:hover': { bgcolor: 'action.hover' },
              }}
            >
              {choice.code !== undefined && <Box component="span" sx={{ fontWeight: 650, minWidth: 88, fontVariantNumeric: 'tabular-nums' }}>{choice.code}</Box>}
              <Box component="span" sx={{ flex: 1 }}>{choice.text}</Box>
              {choice.detail !== undefined && <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{choice.detail}</Box>}
            </Box>
          ))}
        </Box>
      </Paper>
    </Popper>
  )
}
