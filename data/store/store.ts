import type Database from 'better-sqlite3';

type Value = string | number | bigint | null | Uint8Array;

/** Letters whose mark is a part of them, so that Unicode does not take it off. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/**
 * Makes texts comparable for search: whoever looks for "proracun" means "proračun" too, and SQLite's own LIKE knows upper and
 * lower case of ASCII alone. Available in SQL as `fold`.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replaceAll(/[đðłøıæœßþ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');

/**
 * One open database, spoken to in plain SQL.
 *
 * Every query is a tagged template whose `${values}` are bound, never pasted:
 * ```ts
 * store.get<{ title: string }>`SELECT title FROM articles WHERE id = ${id}`
 * ```
 */
export class Store {
  readonly file: string;
  readonly #db: Database.Database;
  readonly #statements = new Map<TemplateStringsArray, Database.Statement>();

  constructor(db: Database.Database) {
    this.#db = db;
    this.file = db.name;
    db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : text));
  }

  /** The first row, or undefined. */
  get<Row>(sql: TemplateStringsArray, ...values: Value[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  /** All rows. */
  all<Row>(sql: TemplateStringsArray, ...values: Value[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** Runs a statement that changes something. */
  run(sql: TemplateStringsArray, ...values: Value[]): { changes: number; lastId: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes, lastId: Number(lastInsertRowid) };
  }

  /**
   * All of `work` or none of it. Takes the write lock at once, so that a reader that turns writer
   * inside cannot fail half-way because another process wrote in between. May be nested.
   */
  transaction<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: TemplateStringsArray): Database.Statement {
    // A template's strings are one object for each place in the code, and so a perfect key.
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql.join('?'));
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
