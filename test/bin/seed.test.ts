import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople, seed, seedConnected } from '../../bin/seed.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { type Agency, AgencyModel } from '../../store/organisation/agency.model.ts';
import { handOverPost } from '../../store/organisation/organisation.repository.ts';
import { PersonModel } from '../../store/organisation/person.model.ts';
import { PostModel } from '../../store/organisation/post.model.ts';
import { UnitModel } from '../../store/organisation/unit.model.ts';
import { SeedModel } from '../../store/seeds/seed.model.ts';
import type { AgencyCode, PostId } from '../../workflows/rules/ids.ts';
import { fingerprint } from '../builders/fingerprint.ts';
import { freshDatabase } from '../support/database.ts';

// The fixture of acceptance.md.
const agencies = [
  ['000.00.00.G22', 'Văn phòng Chính phủ', undefined],
  ['000.00.00.H35', 'Ủy ban nhân dân tỉnh Lai Châu', '000.00.00.G22'],
  ['000.00.12.H35', 'Sở Thông tin và Truyền thông', '000.00.00.H35'],
  ['000.00.10.H35', 'Sở Nội vụ', '000.00.00.H35'],
  ['000.00.14.H35', 'Sở Tài chính', '000.00.00.H35'],
  ['000.00.32.H35', 'Ủy ban nhân dân huyện Tam Đường', '000.00.00.H35'],
  ['000.00.35.H35', 'Ủy ban nhân dân huyện Phong Thổ', '000.00.00.H35'],
  ['000.00.36.H35', 'Ủy ban nhân dân huyện Than Uyên', '000.00.00.H35'],
  ['000.12.32.H35', 'Ủy ban nhân dân xã Bình Lư', '000.00.32.H35'],
  ['000.24.32.H35', 'Ủy ban nhân dân xã Bản Bo', '000.00.32.H35'],
  ['000.89.35.H35', 'Ủy ban nhân dân xã Mường So', '000.00.35.H35'],
  ['000.18.36.H35', 'Ủy ban nhân dân xã Phúc Than', '000.00.36.H35'],
] as const;

const people = [
  ['000.00.00.H35', 'Văn phòng UBND tỉnh', 'Lò Thị Mai', 'clerk'],
  ['000.00.00.H35', 'Văn phòng UBND tỉnh', 'Vàng A Sình', 'clerk'],
  ['000.00.00.H35', 'Văn phòng UBND tỉnh', 'Nguyễn Đức Toàn', 'chiefOfOffice headOfUnit'],
  ['000.00.00.H35', 'Lãnh đạo UBND tỉnh', 'Trần Văn Hải', 'leader agencyHead'],
  ['000.00.00.H35', 'Lãnh đạo UBND tỉnh', 'Lê Thị Hoa', 'leader'],
  ['000.00.00.H35', 'Phòng Văn xã', 'Đỗ Quang Minh', 'headOfUnit'],
  ['000.00.00.H35', 'Phòng Văn xã', 'Phạm Thu Trang', 'officer'],
  ['000.00.00.H35', 'Phòng Văn xã', 'Giàng A Páo', 'officer'],
  ['000.00.00.H35', 'Phòng Tổng hợp', 'Hà Thị Lan', 'headOfUnit monitor'],
  ['000.00.00.H35', 'Phòng Tổng hợp', 'Tẩn Lao U', 'officer'],
  ['000.00.12.H35', 'Văn phòng', 'Mùa Thị Dợ', 'clerk'],
  ['000.00.12.H35', 'Lãnh đạo Sở TT&TT', 'Bùi Quốc Anh', 'leader agencyHead'],
  ['000.00.12.H35', 'Lãnh đạo Sở TT&TT', 'Hoàng Văn Sơn', 'leader'],
  ['000.00.12.H35', 'Phòng Công nghệ thông tin', 'Cao Xuân Bách', 'headOfUnit'],
  ['000.00.12.H35', 'Phòng Công nghệ thông tin', 'Lý Seo Chứ', 'officer'],
  ['000.00.12.H35', 'Phòng Công nghệ thông tin', 'Đinh Thị Nga', 'officer'],
  ['000.00.32.H35', 'Văn phòng HĐND và UBND', 'Lù Thị Ón', 'clerk'],
  ['000.00.32.H35', 'Lãnh đạo UBND huyện Tam Đường', 'Phan Văn Thắng', 'leader agencyHead'],
  ['000.00.32.H35', 'Phòng Văn hóa và Thông tin', 'Sùng A Lử', 'headOfUnit'],
  ['000.00.32.H35', 'Phòng Văn hóa và Thông tin', 'Nông Thị Hạnh', 'officer'],
  ['000.12.32.H35', 'Văn phòng', 'Tao Văn Pâng', 'clerk'],
  ['000.12.32.H35', 'Lãnh đạo UBND xã Bình Lư', 'Lò Văn Chiêng', 'leader agencyHead'],
  ['000.12.32.H35', 'Văn phòng', 'Vàng Thị Xuân', 'officer'],
] as const;

const uri = freshDatabase();
let all: Agency[];

beforeAll(async () => {
  await seed(uri);
  await connect(uri);
  all = await AgencyModel.find().lean();
});
afterAll(disconnect);

describe('seed', () => {
  it.each(agencies)('has %s, %s', (code, name, above) => {
    const agency = all.find(({ _id }) => _id === code);
    expect(agency?.name).toBe(name);
    expect(agency?.above.map((superior) => superior.agency)).toEqual(above === undefined ? [] : [above]);
  });

  it.each(people)('has in %s, %s: %s as %s', async (agency, unitName, name, roles) => {
    const holders = await PersonModel.find({ name, fictional: true }).lean();
    const posts = await PostModel.find({ 'holdings.person': { $in: holders.map(({ _id }) => _id) } }).lean();
    const units = await UnitModel.find({ _id: { $in: posts.map(({ unit }) => unit) } }).lean();
    expect(posts.map((post) => [post.agency, post.roles.join(' ')])).toEqual([[agency, roles]]);
    expect(units.map((unit) => unit.name)).toEqual([unitName]);
  });

  it('has the fields of Lê Thị Hoa and the one unit that monitors the province', async () => {
    expect((await PostModel.findById('000.00.00.H35/ld/pct1').lean())?.fields).toEqual(['VX', 'NC']);
    const monitoring = await UnitModel.find({ agency: '000.00.00.H35' as AgencyCode, monitors: true }).lean();
    expect(monitoring.map(({ name }) => name)).toEqual(['Phòng Tổng hợp']);
  });

  it('has eight districts and 108 communes, with codes that are each its own', () => {
    expect(all.filter(({ tier }) => tier === 'district')).toHaveLength(8);
    expect(all.filter(({ tier }) => tier === 'commune')).toHaveLength(108);
    expect(all.every(({ _id }) => /^\d{3}\.\d\d\.\d\d\.[A-Z]\d\d$/.test(_id))).toBe(true);
    expect(new Set(all.map(({ newCode }) => newCode)).size).toBe(all.length);
    expect(all.filter(({ generatedCode }) => !generatedCode).map(({ _id }) => _id)).toEqual([
      '000.00.00.G22',
      '000.00.00.H35',
    ]);
  });

  it('gives every agency a clerk, a head, a chief of office and an administrator', async () => {
    for (const role of ['clerk', 'agencyHead', 'chiefOfOffice', 'agencyAdministrator'] as const) {
      expect(new Set(await PostModel.distinct('agency', { roles: role })).size).toBe(all.length);
    }
  });

  it('marks who was made up, and by whom', async () => {
    const [generated, fictional, everyone] = await Promise.all([
      PersonModel.countDocuments({ generated: true }),
      PersonModel.countDocuments({ fictional: true }),
      PersonModel.countDocuments(),
    ]);
    expect(generated + fictional).toBe(everyone);
    expect(everyone).toBeGreaterThan(3000);
  });

  it('writes the same when run again, and nothing over what people changed', async () => {
    const before = await fingerprint();
    await seedConnected();
    expect(await fingerprint()).toBe(before);
    const post = '000.00.00.H35/vx/cv1' as PostId;
    await handOverPost(post, undefined, 0);
    await SeedModel.deleteMany();
    await seedConnected();
    expect((await PostModel.findById(post).lean())?.holdings[0]?.to).toBe(0);
  });

  it('tells how the named people sign in', () => {
    const mai = demoPeople().find(({ login }) => login === 'mai.lt');
    expect(mai).toMatchObject({ name: 'Lò Thị Mai', post: 'Văn thư', agency: 'UBND tỉnh Lai Châu' });
    expect(demoPeople().filter(({ login }) => login === 'khoi.vd')).toHaveLength(2);
  });
});
