import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedConnected } from '../../../bin/seed.ts';
import { connect, disconnect } from '../../../store/connection.ts';
import { AgencyModel } from '../../../store/organisation/agency.model.ts';
import {
  agenciesUnder,
  agencyByCode,
  receiverForPost,
  receiverForUnit,
  unitPath,
  unitsOf,
} from '../../../store/organisation/organisation.view.ts';
import type { AgencyCode, PostId, UnitId } from '../../../workflows/rules/ids.ts';
import { freshDatabase } from '../../support/database.ts';

const province = '000.00.00.H35' as AgencyCode;
const binhLu = '000.12.32.H35' as AgencyCode;
const vx = '000.00.00.H35/vx' as UnitId;
const office = '000.00.00.H35/vp' as UnitId;
const monday = Date.parse('2026-03-09T08:00:00+07:00');

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
});
afterAll(disconnect);

describe('agencies', () => {
  it('stand under one another', async () => {
    const under = await agenciesUnder(province, monday);
    expect(under.map(({ tier }) => tier).filter((tier) => tier === 'department')).toHaveLength(20);
    expect(under.map(({ tier }) => tier).filter((tier) => tier === 'district')).toHaveLength(8);
    expect(await agenciesUnder('000.00.35.H35' as AgencyCode, monday)).toHaveLength(18);
  });

  it('are not there before they were set up', async () => {
    const codes = (await agenciesUnder(province, Date.parse('2010-01-01T00:00:00+07:00'))).map(
      ({ _id }) => _id,
    );
    expect(codes).toContain('000.00.37.H35');
    expect(codes).not.toContain('000.00.38.H35');
  });

  it('can lose a tier on a day, without a change of code (B3)', async () => {
    const end = Date.parse('2025-07-01T00:00:00+07:00');
    const district = { agency: '000.00.32.H35' as AgencyCode, from: 0, to: end };
    await AgencyModel.updateOne(
      { _id: binhLu },
      { $set: { above: [district, { agency: province, from: end }] } },
    );
    const districts = [
      await agenciesUnder('000.00.32.H35' as AgencyCode, end - 1),
      await agenciesUnder(province, end),
    ];
    for (const under of districts) expect(under.map(({ _id }) => _id)).toContain(binhLu);
    expect((await agencyByCode(binhLu))?.newCode).toBe('H35.32.12');
  });
});

describe('units', () => {
  it('stand in the order of the chart, the office receiving', async () => {
    const units = await unitsOf(province);
    expect(units.slice(0, 2).map(({ name }) => name)).toEqual(['Lãnh đạo UBND tỉnh', 'Văn phòng UBND tỉnh']);
    expect((await agencyByCode(province))?.office).toBe(office);
  });

  it('know the units above', async () => {
    expect(await unitPath(vx)).toEqual([office]);
    expect(await unitPath(office)).toEqual([]);
  });
});

describe('receivers', () => {
  it('carry names as they read now', async () => {
    expect(await receiverForUnit(vx)).toEqual({
      kind: 'unit',
      unit: vx,
      above: [office],
      name: 'Phòng Văn xã',
    });
    expect(await receiverForPost('000.00.00.H35/vx/cv2' as PostId, monday)).toEqual({
      ...{ kind: 'post', post: '000.00.00.H35/vx/cv2', person: 'pao.ga', unit: vx, above: [office] },
      ...{ unitName: 'Phòng Văn xã', name: 'Giàng A Páo', title: 'Chuyên viên' },
    });
  });

  it('are undefined where there is none', async () => {
    expect(await receiverForUnit('000.00.00.H35/none' as UnitId)).toBeUndefined();
    expect(await receiverForPost('000.00.00.H35/vx/cv2' as PostId, 0)).toBeUndefined();
  });
});
