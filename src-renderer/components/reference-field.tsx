import Add from '@mui/icons-material/Add'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MuiTextField from '@mui/material/TextField'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readOwnCode, type OwnCodeKind } from '../../shared/scan/own-code.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useScan } from '../core/scans.ts'
import { showError } from '../core/toasts.ts'
import { moveOn } from './form-keys.ts'
import { useFormField, type FieldProps, type InputProps } from './form-field.ts'
import { useQuickAdd } from './quick-add.tsx'
import { ReferenceName, useOption, useRememberOption } from './reference-name.tsx'
import { findByCode, optionText, useFound, withCode, type ReferenceOption, type ReferenceSource } from './reference-source.ts'

interface Shared<P extends ListQuery> {
  readonly source: ReferenceSource<P>
  /** The one that is chosen at first, so that its code and name need not be asked: the row has them. */
  readonly known?: ReferenceOption | null | undefined
  /** Also told when it is chosen, e.g. to show its unit. */
  onChosen?(option: ReferenceOption | null): void
  /** A scanned code of one of its options is chosen, wherever the focus is: a plain one, and what our own labels say of this kind, if of one. */
  readonly takesScans?: OwnCodeKind | 'plain' | undefined
  /** Offers to add what is not there yet, to those who may. */
  readonly offersNew?: boolean | undefined
}
export interface ReferenceInputProps<P extends ListQuery> extends InputProps, Shared<P> {
  readonly value: string | null
  onChange(id: string | null): void
}

/**
 * One of many, found by code or name: type, choose with the arrows, Enter. A whole code is taken on Enter or Tab, even before
 * the list has come, so that a scanner may type it.
 */
export function ReferenceInput<P extends ListQuery>({ source, known, onChosen, takesScans, offersNew = false, value, onChange, label, hint, error, isRequired, isDisabled, autoFocus, onBlur, inputRef }: ReferenceInputProps<P>): ReactNode {
  const t = useText()
  const remember = useRememberOption(source)
  const seen = useOption(source, known?.id === value ? null : value)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [missed, setMissed] = useState('')
  const { options, isSearching } = useFound(source, typed, isOpen || typed !== '')
  const add = useQuickAdd(source.call.path)
  const offered = add && offersNew && !isSearching ? [...options, { id: newOption, code: '', name: add.label }] : options
  const current = value === null ? null : ([seen, known, ...options].find(option => option?.id === value) ?? { id: value, code: '…', name: '' })

  const choose = (option: ReferenceOption | null) => {
    if (option?.id === newOption) {
      setOpen(false)
      return add?.open(typed.trim(), choose)
    }
    if (option) remember(option)
    setTyped('')
    setOpen(false)
    onChange(option?.id ?? null)
    onChosen?.(option)
  }
  const root = useRef<HTMLDivElement>(null)
  useScan(async code => {
    const own = readOwnCode(code)
    const wanted = own === undefined ? code : own.kind === takesScans ? own.code : undefined
    const found = wanted !== undefined && takesScans !== undefined && !isDisabled ? await findByCode(source, wanted) : undefined
    if (found?.code.toLowerCase() !== wanted?.toLowerCase() || found === undefined) return undefined
    choose(found)
    const field = root.current?.querySelector('input')
    if (field) moveOn(field)
    return { isKnown: true, text: t('scan.taken', { field: label, name: found.name }) }
  }, takesScans === undefined ? 'inner' : 'entry')
  /** What was typed before the list had come: taken as soon as the host knows it, if there is no doubt. */
  const takeTyped = async (code: string) => {
    const found = await findByCode(source, code)
    if (found) choose(found)
    return found !== undefined
  }
  const onInputChange = (text: string, isTyped: boolean) => {
    setTyped(isTyped ? text : '')
    if (isTyped) setMissed('')
  }
  const onTab = () => {
    const exact = withCode(options, typed)
    if (exact) choose(exact)
    else void takeTyped(typed).then(isTaken => isTaken || setMissed(typed), showError)
  }
  /** The list chooses only from what was searched to the end: a scanner's Enter comes before the host's answer. */
  const onEnter = (event: KeyboardEvent & { defaultMuiPrevented?: boolean }) => {
    const field = event.target as HTMLElement
    const exact = withCode(options, typed)
    const leavesToList = typed === '' || (!isSearching && !exact)
    event.defaultMuiPrevented = !leavesToList
    if (!leavesToList && !exact) return void takeTyped(typed).then(isTaken => isTaken && moveOn(field), showError)
    if (exact) choose(exact)
    if (typed === '' || options.length > 0) setTimeout(() => moveOn(field))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && typed !== '') onTab()
    if (event.key === 'Enter' && !event.ctrlKey) onEnter(event)
  }
  const problem = missed === '' ? error : t('form.notFound', { code: missed })
  return (
    <Autocomplete
      ref={root} options={offered} value={current} open={isOpen} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} loading={isSearching} disabled={isDisabled}
      onChange={(_event, option) => choose(option)} filterOptions={all => [...all]} autoHighlight clearOnBlur handleHomeEndKeys={false}
      onInputChange={(_event, text, reason) => onInputChange(text, reason === 'input')}
      getOptionLabel={option => (option.name === '' ? option.code : optionText(option))} getOptionKey={option => option.id} isOptionEqualToValue={(a, b) => a.id === b.id}
      loadingText={t('form.searching')} noOptionsText={t('form.noOptions')} openText={t('buttons.open')} closeText={t('buttons.close')} clearText={t('buttons.clear')}
      renderOption={({ key, ...props }, option) => <OptionLine key={key} item={props} option={option} />}
      renderInput={({ slotProps, ...params }) => (
        <MuiTextField
          {...params} label={label} required={isRequired} error={problem !== undefined} helperText={problem ?? hint} autoFocus={autoFocus} inputRef={inputRef}
          placeholder={t('form.typeToSearch')} onBlur={onBlur} onKeyDown={onKeyDown}
          slotProps={{ ...slotProps, htmlInput: { ...slotProps.htmlInput, 'data-moves-on': true, required: false, 'aria-required': isRequired } }}
        />
      )}
    />
  )
}

/** Stands at the end of the list for one that is not there yet. */
const newOption = 'new'

function OptionLine({ item, option: { id, code, name, detail } }: { item: React.HTMLAttributes<HTMLLIElement>; option: ReferenceOption }): ReactNode {
  if (id === newOption) return <Box component="li" {...item} sx={{ display: 'flex', gap: 1, color: 'primary.main', fontWeight: 600 }}><Add fontSize="small" aria-hidden />{name}</Box>
  return (
    <Box component="li" {...item} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
      <Box component="span" sx={{ fontWeight: 650, minWidth: 88, fontVariantNumeric: 'tabular-nums' }}>{code}</Box>
      <Box component="span" sx={{ flex: 1 }}>{name}</Box>
      {detail !== undefined && <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{detail}</Box>}
    </Box>
  )
}

export interface ReferenceFieldProps<P extends ListQuery> extends FieldProps, Shared<P> {}

export function ReferenceField<P extends ListQuery>({ name, ...props }: ReferenceFieldProps<P>): ReactNode {
  const nameOf = (id: unknown) => (props.known?.id === id && props.known ? optionText(props.known) : <ReferenceName source={props.source} id={String(id)} />)
  const { value, ...field } = useFormField({ name, ...props }, nameOf)
  return <ReferenceInput offersNew {...props} {...field} value={typeof value === 'string' && value !== '' ? value : null} />
}
