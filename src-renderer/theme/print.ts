/** What is for the screen alone: buttons, search, paging. */
export const notPrinted = { '@media print': { display: 'none !important' } } as const
/** What only paper shows. */
export const onlyPrinted = { display: 'none', '@media print': { display: 'revert' } } as const

/**
 * A page as the browser prints it: its title and its content, as long as it is; no navigation, nothing that scrolls. An open
 * dialog or drawer is printed instead of the page behind it.
 */
export const printedPage = {
  '@media print': {
    '@page': { margin: '12mm' },
    'html, body, #root': { height: 'auto !important', overflow: 'visible !important', background: 'none' },
    '#root > div': { display: 'block !important', height: 'auto !important' },
    '#root nav, #root footer, #root header button, #root header [role=group], a[href="#content"], [data-sonner-toaster]': { display: 'none !important' },
    '#root header': { minHeight: '0 !important', padding: '0 0 8px !important' },
    'main, main div, main section': { overflow: 'visible !important', maxHeight: 'none !important' },
    main: { background: 'none !important' },
    // As blocks, because what is laid out to fill a screen is not broken over sheets.
    'main > div, main > div > div:last-child, main section, main section > div:has(> table)': { display: 'block !important' },
    'main .MuiChip-outlined, main .MuiChip-deleteIcon': { display: 'none !important' },
    'main .MuiChip-root': { maxWidth: 'none !important' },
    'body:has(> .MuiModal-root) #root': { display: 'none' },
    '.MuiModal-root, .MuiModal-root .MuiDialog-container': { position: 'static !important', display: 'block !important', height: 'auto !important' },
    '.MuiModal-root .MuiPaper-root': { position: 'static !important', width: '100% !important', maxWidth: 'none !important', maxHeight: 'none !important', margin: '0 !important', border: '0 !important', boxShadow: 'none !important', overflow: 'visible !important' },
    '.MuiModal-root .MuiPaper-root div': { overflow: 'visible !important' },
    '.MuiBackdrop-root, .MuiModal-root button:not([role=tab])': { display: 'none !important' },
    'tr, li, [role=row]': { breakInside: 'avoid' },
    '*': { printColorAdjust: 'exact' },
  },
} as const

const attribute = 'data-scheme'

/** Paper is white, whatever the screen is. Returns what stops it. */
export function printInLightScheme(): () => void {
  let before: string | null = null
  const lighten = () => {
    before = document.documentElement.getAttribute(attribute)
    document.documentElement.setAttribute(attribute, 'light')
  }
  const restore = () => {
    if (before !== null) document.documentElement.setAttribute(attribute, before)
  }
  addEventListener('beforeprint', lighten)
  addEventListener('afterprint', restore)
  return () => {
    removeEventListener('beforeprint', lighten)
    removeEventListener('afterprint', restore)
  }
}
