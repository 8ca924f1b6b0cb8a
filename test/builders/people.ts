import type { PostReceiver, UnitReceiver } from '../../workflows/rules/dispatch/row.ts';
import type { AgencyCode, PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor, OfficeRole } from '../../workflows/rules/people.ts';

/** UBND tỉnh Lai Châu (T) and others of the Fixture in acceptance.md. */
export const agencies = {
  government: '000.00.00.G22' as AgencyCode,
  province: '000.00.00.H35' as AgencyCode,
  informationDepartment: '000.00.12.H35' as AgencyCode,
};

function unit(key: string, name: string): UnitReceiver {
  return { kind: 'unit', unit: `${agencies.province}/${key}` as UnitId, above: [], name };
}

export const leaders = unit('ld', 'Lãnh đạo UBND tỉnh');
export const office = unit('vp', 'Văn phòng UBND tỉnh');
export const vx = unit('vx', 'Phòng Văn xã');
export const th = unit('th', 'Phòng Tổng hợp');

/** Somebody with one post; the post's key is also the person's. */
export function someone(
  key: string,
  name: string,
  title: string,
  of: UnitReceiver,
  ...roles: OfficeRole[]
): Actor {
  const agency = agencies.province;
  return {
    person: key as PersonId,
    name,
    post: `${agency}/${key}` as PostId,
    title,
    agency,
    unit: of.unit,
    roles,
  };
}

export const mai = someone('mai', 'Lò Thị Mai', 'Văn thư', office, 'clerk');
export const sinh = someone('sinh', 'Vàng A Sình', 'Văn thư', office, 'clerk');
export const toan = someone(
  'toan',
  'Nguyễn Đức Toàn',
  'Chánh Văn phòng',
  office,
  'chiefOfOffice',
  'headOfUnit',
);
export const hai = someone('hai', 'Trần Văn Hải', 'Chủ tịch', leaders, 'leader', 'agencyHead');
export const hoa = someone('hoa', 'Lê Thị Hoa', 'Phó Chủ tịch', leaders, 'leader');
export const minh = someone('minh', 'Đỗ Quang Minh', 'Trưởng phòng', vx, 'headOfUnit');
export const trang = someone('trang', 'Phạm Thu Trang', 'Chuyên viên', vx, 'officer');
export const pao = someone('pao', 'Giàng A Páo', 'Chuyên viên', vx, 'officer');
export const lan = someone('lan', 'Hà Thị Lan', 'Trưởng phòng', th, 'headOfUnit', 'monitor');
export const u = someone('u', 'Tẩn Lao U', 'Chuyên viên', th, 'officer');

/** A clerk of another agency: nothing here exists for them. */
export const dho: Actor = {
  ...someone('dho', 'Mùa Thị Dợ', 'Văn thư', office, 'clerk'),
  agency: agencies.informationDepartment,
  unit: `${agencies.informationDepartment}/vp` as UnitId,
};

/** Everybody of the province who is named above. */
export const everybody: readonly Actor[] = [mai, sinh, toan, hai, hoa, minh, trang, pao, lan, u];

/** Somebody as the receiver of a row. */
export function postOf(actor: Actor): PostReceiver {
  const { post, person, unit: of, name, title } = actor;
  const unitName = [leaders, office, vx, th].find((one) => one.unit === of)?.name ?? of;
  return { kind: 'post', post, person, unit: of, above: [], unitName, name, title };
}
