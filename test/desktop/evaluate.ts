/** What a test asks of a running stand-in, over the process's own channel: a function's source, run there with this module and an argument. */
export interface Asked { readonly id: number; readonly source: string; readonly argument: unknown }
export type Told = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string }

export function evaluateOnRequest(standIn: object): void {
  process.on('message', ({ id, source, argument }: Asked) => {
    const work = new Function('electron', 'argument', `return (${source})(electron, argument)`) as (electron: object, argument: unknown) => unknown
    const tell = (told: Told) => void process.send?.(told)
    Promise.resolve()
      .then(() => work(standIn, argument))
      .then(value => tell({ id, value }), (error: unknown) => tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  })
  // The test's end of the channel is no reason to live on.
  process.channel?.unref()
}
