/** Numbers for which the mini model's grammar has one plural form in every language. */
const NUMBERS = Array.from({ length: 990 }, (_, index) => index + 5).filter(
  (n) => (n % 100 >= 5 && n % 100 <= 20) || (n % 100 >= 5 && (n % 10 >= 5 || n % 10 === 0)),
);

/** An article of `count` different sentences inside the mini model's grammar, with what each must become. */
export function longArticle(count: number): { text: string; english: string[] } {
  const numbers = NUMBERS.slice(0, count);
  return {
    text: `${numbers.map((n) => `Am Montag zählte die Polizei ${n} Busse in Wien nach dem Sturm.`).join('\n')}\n`,
    english: numbers.map((n) => `On Monday, the police counted ${n} buses in Vienna after the storm.`),
  };
}
