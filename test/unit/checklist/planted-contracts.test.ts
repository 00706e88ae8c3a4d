import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as grammars from '../../../src/contracts';
import { review } from '../../../src/index';
import { contracts } from '../../../src/workspace/contracts';

const FOLDER = 'test/fixtures/planted';
const CONTRACTS = ['contracts/harbour.yaml', 'contracts/pilots.proto'];

/** The lines that a rule reports in a planted spec, with the lines in the contracts that it names. */
async function reported(rule: string, file = rule.replace('/', '-')): Promise<string[]> {
  const text = readFileSync(`${FOLDER}/${file}.md`, 'utf8'), path = `specs/${file}.md`;
  const index = contracts({ grammars: async () => grammars, files: async () => CONTRACTS, read: async (one) => readFileSync(`${FOLDER}/${one}`, 'utf8') });
  return review(text, { path, workspace: { specs: [], ...await index.around(path, text) } }).findings
    .filter((finding) => finding.rule === rule).sort((a, b) => a.at.start - b.at.start)
    .map(({ at, elsewhere = [] }) => `${text.slice(0, at.start).split('\n').length}: ${elsewhere.map((other) => `${other.path.slice(10)}:${other.start.line}`).join()}`);
}

describe('planted contracts', () => {
  it('consistency/contract-drift finds each planted defect at its place, and where the contract says otherwise', async () => {
    assert.deepEqual(await reported('consistency/contract-drift'), [
      '15: harbour.yaml:18',              // DELETE is in the file alone
      '22: harbour.yaml:10',              // another type
      '23: harbour.yaml:7',               // an unknown parameter
      '25: harbour.yaml:33',              // a required field that is not listed
      '32: harbour.yaml:34',              // required on one side
      '34: harbour.yaml:17,harbour.yaml:18', // another method
      '44: pilots.proto:6',               // an RPC that the service does not have
      '50: pilots.proto:13',              // another number of a field
    ]);
  });

  it('consistency/broken-contract finds each planted defect at its place', async () => assert.deepEqual(await reported('consistency/broken-contract'), ['25: ', '34: ', '44: ']));

  it('consistency/broken-contract leaves the clean twin alone', async () => assert.deepEqual(await reported('consistency/broken-contract', 'consistency-broken-contract.clean'), []));

  it('consistency/contract-drift leaves the clean twin alone', async () => assert.deepEqual(await reported('consistency/contract-drift', 'consistency-contract-drift.clean'), []));
});
