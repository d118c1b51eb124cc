import type { SxProps, Theme } from '@mui/material/styles'
import { touch } from '../theme/controls.ts'

/** One set of rules for all cells: rules of their own would cost each cell its share of a key's 50 ms. */
export const gridStyle: SxProps<Theme> = theme => {
  const { palette } = theme.vars
  return {
    display: 'flex', flexDirection: 'column', flex: 1, minHeight: 320, minWidth: 0, overflow: 'hidden', position: 'relative',
    '& [role=grid]': { flex: 1, minHeight: 0, overflow: 'auto', position: 'relative', outline: 0, fontSize: '0.875rem', userSelect: 'none', WebkitUserSelect: 'none', overflowAnchor: 'none' },
    '& [role=row]': { display: 'grid', gridTemplateColumns: 'var(--grid-columns)', minWidth: 'var(--grid-width)', width: '100%' },
    '& .grid-head': { minWidth: 'var(--grid-width)', position: 'sticky', top: 0, zIndex: 5, backgroundColor: palette.tint.header, borderBottom: `1px solid ${palette.divider}` },
    '& .grid-row': { position: 'absolute', insetInlineStart: 0, contain: 'layout style' },
    '& .grid-row.is-editing': { zIndex: 1 },
    '& .grid-title, & .grid-number, & .grid-cell': { padding: '0 8px', minWidth: 0, position: 'relative', borderInlineEnd: `1px solid ${palette.divider}` },
    '& .grid-title, & .grid-number': { display: 'flex', alignItems: 'center', gap: '4px', fontSize: '0.8125rem', color: palette.text.secondary },
    '& .grid-title': { fontWeight: 600, lineHeight: 1.25 },
    '& .grid-title.is-number': { justifyContent: 'flex-end', textAlign: 'end' },
    '& .grid-title.is-marked': { color: palette.text.primary, boxShadow: `inset 0 -2px ${palette.primary.main}` },
    '& .grid-number': {
      justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums', backgroundColor: palette.tint.header, padding: '0 6px',
      borderBottom: `1px solid ${palette.divider}`, position: 'sticky', insetInlineStart: 0, zIndex: 4, cursor: 'default', '& svg': { fontSize: 16, marginInlineEnd: 'auto' },
    },
    '& .grid-number.is-marked': { color: palette.text.primary, fontWeight: 650, boxShadow: `inset -2px 0 ${palette.primary.main}` },
    '& .grid-number.is-unsaved::before': { content: '""', position: 'absolute', insetInlineStart: 0, insetBlock: 0, width: 3, backgroundColor: palette.secondary.main },
    '& .grid-cell': {
      lineHeight: 'var(--grid-line)', backgroundColor: palette.background.paper, borderBottom: `1px solid ${palette.divider}`, cursor: 'cell', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    },
    '& .grid-cell.is-readonly': { backgroundColor: palette.tint.header, color: palette.text.secondary },
    '& .grid-cell.is-number': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
    '& .grid-cell.is-loud': { color: palette.warning.main, fontWeight: 650 },
    '& .grid-cell.is-boolean': { textAlign: 'center', '& svg': { fontSize: 19, verticalAlign: '-0.25em', color: palette.text.secondary }, '& .is-ticked': { color: palette.primary.main } },
    '& .grid-cell.is-pending': { color: palette.text.secondary, fontStyle: 'italic' },
    '& .grid-cell.is-filling': { boxShadow: `inset 0 0 0 1px ${palette.secondary.main}` },
    '& .grid-cell.is-selected': { backgroundColor: palette.tint.selected },
    '& .grid-cell.is-invalid': { backgroundColor: palette.tint.error, color: palette.error.main, '& > svg:first-of-type': { fontSize: 16, verticalAlign: '-0.2em', marginInlineEnd: '4px', color: 'inherit' } },
    '& .grid-cell.is-active': { overflow: 'clip', overflowClipMargin: '5px', zIndex: 1, boxShadow: `inset 0 0 0 1px ${palette.primary.main}` },
    '& .is-editing .grid-cell.is-active': { overflow: 'visible' },
    '& [role=grid]:focus-within .grid-cell.is-active': { boxShadow: `inset 0 0 0 2px ${palette.primary.main}` },
    '& [role=grid]:focus-within .grid-cell.is-active.is-invalid': { boxShadow: `inset 0 0 0 2px ${palette.error.main}` },
    '& .grid-cell.is-marked > svg': { fontSize: 15, verticalAlign: '-0.2em', marginInlineEnd: '3px' },
    '& .grid-cell.is-good > svg': { color: palette.success.main },
    '& .grid-cell.is-waiting': { backgroundColor: palette.tint.info, '& > svg, & .grid-mark-text': { color: palette.info.main } },
    '& .grid-cell.is-warning > svg': { color: palette.warning.main },
    '& .grid-cell.is-orange > svg': { color: palette.secondary.main },
    '& .grid-cell.is-bad > svg': { color: palette.error.main },
    '& .grid-cell.is-neutral > svg': { color: palette.text.secondary },
    '& .is-pinned': { position: 'sticky', insetInlineStart: 'var(--grid-number)', zIndex: 2 },
    '& .grid-title.is-pinned': { backgroundColor: palette.tint.header },
    '& .grid-cell.is-pinned.is-active': { zIndex: 3 },
    '& .grid-unit': { color: palette.text.secondary, fontSize: '0.8125rem' },
    '& .grid-handle': {
      position: 'absolute', insetInlineEnd: -4, bottom: -4, width: 9, height: 9, backgroundColor: palette.primary.main, border: `1px solid ${palette.background.paper}`, cursor: 'crosshair', zIndex: 2,
      [touch]: { display: 'none' },
    },
    '& .grid-grip': { position: 'absolute', insetBlock: 4, insetInlineEnd: -4, width: 8, cursor: 'col-resize', touchAction: 'none', zIndex: 1, '&:hover': { backgroundColor: palette.divider } },
    '& .grid-editor': {
      position: 'absolute', inset: 0, width: '100%', minHeight: '100%', padding: '0 8px', margin: 0, border: 0, outline: `2px solid ${palette.primary.main}`, outlineOffset: -2, resize: 'none', zIndex: 2,
      font: 'inherit', lineHeight: 'var(--grid-line)', color: palette.text.primary, backgroundColor: palette.background.paper, userSelect: 'text', WebkitUserSelect: 'text', overflow: 'hidden', whiteSpace: 'pre',
      boxShadow: `0 2px 10px ${theme.alpha(palette.text.primary, 0.2)}`,
    },
    '& .grid-editor.is-tall': { lineHeight: 1.45, paddingBlock: '6px', minWidth: 260, overflow: 'auto', whiteSpace: 'pre-wrap' },
    '& .grid-editor.is-number': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
    '& .grid-calendar': { position: 'absolute', insetInlineEnd: 0, bottom: 0, width: 1, height: 1, opacity: 0, border: 0, padding: 0, pointerEvents: 'none' },
  }
}
