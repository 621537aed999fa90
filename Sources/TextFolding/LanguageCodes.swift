// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The codes of languages (ISO 639) that a BCP 47 tag can begin with.
enum LanguageCodes {
  /// Languages with a code of two letters, followed by those of three letters that it replaces
  /// (RFC 5646, 2.2.1).
  static let short = """
    aa/aar ab/abk ae/ave af/afr ak/aka am/amh an/arg ar/ara as/asm av/ava ay/aym az/aze ba/bak
    be/bel bg/bul bh/bih bi/bis bm/bam bn/ben bo/bod/tib br/bre bs/bos ca/cat ce/che ch/cha
    co/cos cr/cre cs/ces/cze cu/chu cv/chv cy/cym/wel da/dan de/deu/ger dv/div dz/dzo ee/ewe
    el/ell/gre en/eng eo/epo es/spa et/est eu/eus/baq fa/fas/per ff/ful fi/fin fj/fij fo/fao
    fr/fra/fre fy/fry ga/gle gd/gla gl/glg gn/grn gu/guj gv/glv ha/hau he/heb hi/hin ho/hmo
    hr/hrv ht/hat hu/hun hy/hye/arm hz/her ia/ina id/ind ie/ile ig/ibo ii/iii ik/ipk io/ido
    is/isl/ice it/ita iu/iku ja/jpn jv/jav ka/kat/geo kg/kon ki/kik kj/kua kk/kaz kl/kal km/khm
    kn/kan ko/kor kr/kau ks/kas ku/kur kv/kom kw/cor ky/kir la/lat lb/ltz lg/lug li/lim ln/lin
    lo/lao lt/lit lu/lub lv/lav mg/mlg mh/mah mi/mri/mao mk/mkd/mac ml/mal mn/mon mr/mar
    ms/msa/may mt/mlt my/mya/bur na/nau nb/nob nd/nde ne/nep ng/ndo nl/nld/dut nn/nno no/nor
    nr/nbl nv/nav ny/nya oc/oci oj/oji om/orm or/ori os/oss pa/pan pi/pli pl/pol ps/pus pt/por
    qu/que rm/roh rn/run ro/ron/rum ru/rus rw/kin sa/san sc/srd sd/snd se/sme sg/sag si/sin
    sk/slk/slo sl/slv sm/smo sn/sna so/som sq/sqi/alb sr/srp ss/ssw st/sot su/sun sv/swe sw/swa
    ta/tam te/tel tg/tgk th/tha ti/tir tk/tuk tl/tgl tn/tsn to/ton tr/tur ts/tso tt/tat tw/twi
    ty/tah ug/uig uk/ukr ur/urd uz/uzb ve/ven vi/vie vo/vol wa/wln wo/wol xh/xho yi/yid yo/yor
    za/zha zh/zho/chi zu/zul
    """

  /// Languages with a code of three letters only: those of ISO 639-2 apart from collective codes, and
  /// single ones of ISO 639-3 that books are catalogued in.
  static let long = """
    ace ach ada ady afh ain akk ale als alt ang anp apc arb arc arn arp arw ary arz ast awa azb
    bal ban bar bas bej bem bho bik bin bla bra bua bug byn cad car ceb chb chg chk chm chn cho
    chp chr chy ckb cmn cnr cop crh csb dak dar del den dgr din diq doi dsb dua dum dyu efi egy
    eka ekk elx enm ewo fan fat fil fon frm fro frr frs fur gaa gay gba gez gil gmh goh gon gor
    got grb grc gsw gug gwi hai hak haw hbs hil him hit hmn hsb hup iba ilo inh jbo jpr jrb kaa
    kab kac kam kaw kbd kha khk kho kmb kmr kok kos kpe krc krl kru ksh kum kut lad lah lam lez
    lij lmo lol loz lua lui lun luo lus lvs lzh mad mag mai mak man mas mdf mdr men mga mic min
    mnc mni moh mos mul mus mwl mwr myv nan nap nds new nia niu nog non nqo nrm nso nwc nym nyn
    nyo nzi osa ota pag pal pam pap pau pdc peo pes pfl phn pms pnb pon pro prs raj rap rar rmy
    rom rue rup sad sah sam sas sat scn sco sel sga shn sid skr sma smj smn sms snk sog srn srr
    suk sus sux swh syc syr tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tvl tyv udm uga
    umb vai vec vls vot wal war was wuu xal yao yap yue zap zbl zen zgh zsm zun zza
    """
}
