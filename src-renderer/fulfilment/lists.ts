import type { ViewState } from '../components/browse-state.ts'

/** IF-18: twenty invoices a page, unless whoever looks at them chooses otherwise. */
export const usualList: Partial<ViewState> = { pageSize: 20 }
