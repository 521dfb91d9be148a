/** The toolkit comes without types; this is the part of it that tests use. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    value: number | null;
    status: string | null;
  }
  interface Cube {
    class: string;
    n: number;
    size: number[];
    role: Record<string, string[]>;
    extension: { coverage: Record<string, Record<string, number>> };
    Data(at: Record<string, string>): Cell;
    Dimension(id: string): { Category(id: string): { label: string; unit: { label: string; decimals: number } } };
  }
  export default function JSONstat(source: object): Cube;
}
