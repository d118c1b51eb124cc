/** 0 is the highest rank; from a Manager's on, costs may leave the house in a file (IO-2). */
export const sensitiveExportLevel = 2

/** Whether a file with costs may be made: seeing them on the screen is not enough. */
export function mayExportCosts({ level, canSeeCost }: { readonly level: number; readonly canSeeCost: boolean }): boolean {
  return canSeeCost && level <= sensitiveExportLevel
}
