import type { Browser } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import type { Book } from './floor-desk.ts'
import { signIn, type SignedIn } from './signed-in.ts'

type Counts = Readonly<Record<string, number>>
/** What the picking queue, the packing table and dispatch say waits, by the words they say it in; what nothing waits for is not there. */
export interface FloorCounts {
  readonly picking: Counts
  readonly packing: Counts
  readonly dispatch: Counts
}
export interface FloorBoards {
  readonly desks: readonly SignedIn[]
  shown(): Promise<FloorCounts>
}

const { floor } = texts.id
const withoutCount = (text: string) => text.replace(/ \(\{\{\w+\}\}\)$/, '')

/** Three screens that stand open beside the work, of somebody who has none of it in hand. */
export async function openFloorBoards(browser: Browser, url: string, name: RegExp): Promise<FloorBoards> {
  const [picking, packing, dispatch] = [await signIn(browser, url, name), await signIn(browser, url, name), await signIn(browser, url, name)]
  await picking.open('/fulfilment/my-picking')
  await packing.open('/fulfilment/packing')
  await dispatch.open('/fulfilment/dispatch')
  const countsOf = async (desk: SignedIn, role: 'heading' | 'tab') => {
    const words = await desk.page
      .getByRole('main')
      .getByRole(role, role === 'heading' ? { level: 2 } : {})
      .allTextContents()
    return Object.fromEntries(
      words.flatMap(text => {
        const [, label, count] = /^(.*) \(([\d.]+)\)$/.exec(text) ?? []
        return label === undefined || count === undefined ? [] : [[label, Number(count.replaceAll('.', ''))]]
      }),
    )
  }
  return {
    desks: [picking, packing, dispatch],
    shown: async () => ({
      picking: await countsOf(picking, 'heading'),
      packing: await countsOf(packing, 'heading'),
      dispatch: await countsOf(dispatch, 'tab'),
    }),
  }
}

/** What they are to say, counted anew. */
export function recountFloor(book: Book): FloorCounts {
  const count = (where: string) => book.one<number>(`select count(*) from invoice where ${where}`)
  const some = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([, there]) => there > 0))
  const held = book.rows<{ name: string; there: number }>(
    'select customer.name, count(*) as there from packingSession join invoice on invoice.id = invoiceId join customer on customer.id = customerId where isHeldForConsolidation = 1 group by customer.id',
  )
  const again = count("status = 'PICKING' and billingStatus = 'RE_INVOICED'")
  return {
    picking: { [withoutCount(floor.pick.waiting)]: count("status = 'INVOICED'"), ...some({ [withoutCount(floor.pick.again)]: again }) },
    packing: some({
      [floor.pack.toCheck]: count("status = 'PICKED' and id not in (select invoiceId from packingSession where isHeldForConsolidation = 1)"),
      [floor.pack.toBox]: count("status = 'BOXING' and isSelfBoxing = 0"),
      ...Object.fromEntries(held.map(({ name, there }) => [floor.pack.held.replace('{{customer}}', name), there])),
    }),
    dispatch: {
      [floor.dispatch.tabs.ready]: count("status = 'PACKED' and deliveryStatus is not 'TO_CONSIDER'"),
      [floor.dispatch.tabs.drivers]: count("status = 'DISPATCHED' or (status = 'PACKED' and deliveryStatus = 'TO_CONSIDER')"),
    },
  }
}
