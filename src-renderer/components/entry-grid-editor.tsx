import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { commitEdit, changeEdit, takeValue } from './entry-grid-changes.ts'
import { isNumeric, type ChoiceColumn, type EntryColumn, type ReferenceColumn, type TextColumn } from './entry-grid-definition.ts'
import { EntryGridList, type ListChoice } from './entry-grid-list.tsx'
import { useGrid, useGridStore } from './entry-grid-store.ts'
import type { ReferenceOption } from './reference-source.ts'

export interface EntryGridEditorProps<Column extends EntryColumn = EntryColumn> {
  readonly column: Column
  readonly index: number
  /** What the cell held when it was opened, in a reference column. */
  readonly option: ReferenceOption | undefined
}

/** The one live editor of a grid, in its active cell. */
export function EntryGridEditor({ column, ...props }: EntryGridEditorProps): ReactNode {
  switch (column.kind) {
    case 'reference':
      return <ReferenceEditor column={column} {...props} />
    case 'choice':
      return <ChoiceEditor column={column} {...props} />
    case 'text':
      return column.suggestions ? <SuggestEditor column={column} {...props} /> : <TextEditor column={column} {...props} />
    default:
      return <TextEditor column={column} {...props} />
  }
}

/** Searched on the host as one types; nothing is proposed while the text is still the one that was found. */
function ReferenceEditor({ column, index, option }: EntryGridEditorProps<ReferenceColumn>): ReactNode {
  const { act } = useGridStore()
  const text = useEditText()
  const isOld = option !== undefined && text === option.code
  const { options, isSearching } = column.reference.useFound(isOld ? '' : text, true)
  const choices = options.map(({ id, code, name, detail }) => ({ key: id, code, text: name, detail }))
  const exact = options.findIndex(({ code }) => code.toLowerCase() === text.trim().toLowerCase())
  const take = ({ key }: ListChoice) => act(state => takeValue(state, key, options.find(({ id }) => id === key)))
  // Enter takes only what was searched to the end, or the very code: a scanner's Enter comes before the host's answer.
  const proposed = text.trim() === '' || isOld ? -1 : exact >= 0 ? exact : isSearching ? -1 : 0
  return <ListEditor column={column} index={index} choices={choices} proposed={proposed} isSearching={isSearching} onTake={take} />
}

function ChoiceEditor({ column, index }: EntryGridEditorProps<ChoiceColumn>): ReactNode {
  const { act } = useGridStore()
  const text = useEditText()
  const [first] = useState(text)
  const isOld = text === first && column.options.some(({ label }) => label === text)
  const shown = isOld ? column.options : column.options.filter(({ label, value, words = [] }) => [label, value, ...words].some(word => word.toLowerCase().includes(text.trim().toLowerCase())))
  const starts = shown.findIndex(({ label }) => label.toLowerCase().startsWith(text.trim().toLowerCase()))
  const choices = shown.map(({ value, label }) => ({ key: value, text: label }))
  return <ListEditor column={column} index={index} choices={choices} proposed={text === '' ? -1 : Math.max(0, starts)} onTake={({ key }) => act(state => takeValue(state, key))} />
}

/** Any text; those in use are offered, and taken only when they are pointed at. */
function SuggestEditor({ column, index }: EntryGridEditorProps<TextColumn>): ReactNode {
  const { act } = useGridStore()
  const text = useEditText()
  const word = text.trim().toLowerCase()
  const found = (column.suggestions ?? []).filter(one => one !== text && one.toLowerCase().includes(word)).slice(0, suggestionsShown)
  const choices = found.map(one => ({ key: one, text: one }))
  return <ListEditor column={column} index={index} choices={choices} proposed={-1} isQuiet onTake={({ key }) => act(state => takeValue(state, key))} />
}

const suggestionsShown = 30

interface ListEditorProps {
  readonly column: EntryColumn
  readonly index: number
  readonly choices: readonly ListChoice[]
  /** What Enter and Tab take if the arrows choose nothing else. */
  readonly proposed: number
  readonly isSearching?: boolean
  /** Where there is nothing to offer, no list is shown at all. */
  readonly isQuiet?: boolean
  onTake(choice: ListChoice): void
}

function ListEditor({ column, index, choices, proposed, isSearching = false, isQuiet = false, onTake }: ListEditorProps): ReactNode {
  const { gridId } = useGridStore()
  const text = useEditText()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  // Chosen by arrows, for this text; another text begins anew.
  const [pointed, setPointed] = useState({ text, at: -1 })
  const at = pointed.text === text && pointed.at >= 0 ? Math.min(pointed.at, choices.length - 1) : proposed
  const listId = `${gridId}-list`
  const isShown = !isQuiet || choices.length > 0

  const onKeyDown = (event: KeyboardEvent) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (isArrow && !event.ctrlKey && !event.shiftKey && choices.length > 0) {
      event.preventDefault()
      const next = event.key === 'ArrowDown' ? at + 1 : at <= 0 ? choices.length - 1 : at - 1
      setPointed({ text, at: next % choices.length })
    }
    // The key then moves on, as in every other cell.
    const chosen = choices[at]
    if ((event.key === 'Enter' || event.key === 'Tab') && !event.altKey && chosen) onTake(chosen)
  }
  return (
    <>
      <TextEditor
        column={column} index={index} onElement={setAnchor} onKeyDown={onKeyDown}
        combobox={{ role: 'combobox', 'aria-expanded': isShown, 'aria-controls': isShown ? listId : undefined, 'aria-autocomplete': 'list', 'aria-activedescendant': isShown && at >= 0 ? `${listId}-${at}` : undefined }}
      />
      {isShown && <EntryGridList id={listId} label={column.label} anchor={anchor} choices={choices} highlighted={at} isSearching={isSearching} onTake={onTake} />}
    </>
  )
}

interface TextEditorProps {
  readonly column: EntryColumn
  readonly index: number
  readonly combobox?: React.AriaAttributes & { readonly role: 'combobox' }
  onElement?(element: HTMLElement | null): void
  onKeyDown?(event: KeyboardEvent): void
}

const inputModes = { decimal: 'decimal', integer: 'numeric', day: 'numeric' } as const

function TextEditor({ column, index, combobox, onElement, onKeyDown }: TextEditorProps): ReactNode {
  const t = useText()
  const { act } = useGridStore()
  const text = useEditText()
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = field.current!
    element.focus({ preventScroll: true })
    // Typing goes on behind the first character; after F2 too, where the caret shows that the text can be changed.
    element.setSelectionRange(element.value.length, element.value.length)
    onElement?.(element)
    return () => onElement?.(null)
  }, [onElement])
  const lines = column.kind === 'text' ? text.split('\n').length : 1
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event)
    if (event.key !== 'Enter' || !event.altKey || column.kind !== 'text') return
    event.preventDefault()
    document.execCommand('insertText', false, '\n')
  }
  // Another window took the focus: the entry goes on when it comes back.
  const leave = () => document.activeElement !== field.current && act(commitEdit)
  return (
    <>
      <textarea
        ref={field} rows={Math.min(lines, linesShown)} value={text} aria-label={t('grid.cell', { column: column.label, row: index + 1 })} autoComplete="off" autoCorrect="off" spellCheck={false}
        inputMode={column.kind in inputModes ? inputModes[column.kind as keyof typeof inputModes] : 'text'} enterKeyHint="next" {...combobox}
        className={`grid-editor${isNumeric(column) ? ' is-number' : ''}${lines > 1 ? ' is-tall' : ''}`}
        onChange={event => act(state => changeEdit(state, { text: event.target.value }))} onKeyDown={keyDown} onBlur={leave}
      />
      {column.kind === 'day' && <Calendar />}
    </>
  )
}

const linesShown = 6

/** The browser's own, out of sight where it is to open. */
function Calendar(): ReactNode {
  const { act, get } = useGridStore()
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (get().edit?.hasCalendar) field.current?.showPicker()
  }, [get])
  return (
    <input
      ref={field} type="date" tabIndex={-1} aria-hidden className="grid-calendar"
      onChange={({ target: { value } }) => act(state => takeValue(state, value === '' ? null : value))}
    />
  )
}

function useEditText(): string {
  return useGrid(({ edit }) => edit?.text ?? '')
}
