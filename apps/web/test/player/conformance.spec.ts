import { expect, it } from '@jest/globals';
import { fixtures } from '@aula/testing';
import { adlCases, adlPackageNames } from '../../../../scripts/conformance/adl-cases.ts';
import { playHeadless } from './adl-play.js';

fixtures('ADL’s conformance test for SCORM 2004 4th Edition', () => {
  it('is at hand whole', () => {
    expect(adlPackageNames().toSorted()).toEqual(Object.keys(adlCases()).toSorted());
  });

  it.each(adlPackageNames())('%s', async (name) => {
    expect(await playHeadless(name)).toEqual([]);
  });
});
