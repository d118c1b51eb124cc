/** Tables whose heads stay while they are scrolled in both directions. */
export const gridTable = { borderCollapse: 'separate', borderSpacing: 0, fontSize: '0.875rem', width: 'max-content', minWidth: '100%' } as const
export const gridHead = {
  position: 'sticky', top: 0, zIndex: 2, bgcolor: 'tint.header', borderBottom: 1, borderColor: 'divider', px: 1, py: 1, fontSize: '0.8125rem', fontWeight: 650, color: 'text.secondary',
  textAlign: 'center', whiteSpace: 'nowrap', verticalAlign: 'bottom',
} as const
export const rowHead = {
  position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', px: 2, py: 0.5, fontWeight: 500, textAlign: 'start', minWidth: 150,
} as const
