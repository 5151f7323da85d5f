"""The words that head columns of contact files, in many languages."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    """What a column says of a person."""

    FULL = "full name"
    NAME = "name"  # the whole name, or one half of it where the other half has its own column
    FIRST = "first name"
    MIDDLE = "middle name"
    LAST = "last name"
    PREFIX = "prefix"  # Dr.; a part of the name only where the user says so
    SUFFIX = "suffix"
    FILED_AS = "filed as"
    NICK = "nickname"
    EMAIL = "e-mail"
    PHONE = "phone"
    COMPANY = "company"
    ROLE = "role"
    TITLE = "title"  # a role, or Mr and Ms, depending on the file
    CITY = "city"
    LINK = "link"
    BIRTHDAY = "birthday"
    BIRTH_YEAR = "birth year"
    BIRTH_MONTH = "birth month"
    BIRTH_DAY = "birth day"
    NOTE = "note"
    LABELS = "labels"
    CONNECTED = "connected on"
    BESIDE = "beside the point"  # understood, and nothing the program keeps


# Header words by language: English, German, French, Spanish, Portuguese, Italian, Dutch, the
# Nordic languages, Polish, Czech, Hungarian, Romanian, Turkish, Russian, Ukrainian, Greek,
# Japanese, Chinese, Korean; the commonest in Indonesian, Vietnamese, Arabic, Hebrew, Persian,
# Thai and Hindi. Sources: exports of LinkedIn, Google, Outlook (classic, web, Mac),
# Thunderbird, Yahoo, Zimbra, HubSpot, Salesforce, Mailchimp, Xing, and CRMs alike.
WORDS: dict[Column, str] = {
    Column.FULL: """
        full name, last first, first last, last name first name, first name last name,
        first and last name, surname first name, surname and name, name and surname, fullname,
        cognome e nome, apellidos y nombre, name und vorname, nachname und vorname,
        nachname vorname, vorname und nachname, नाम, display name, contact name, contact,
        contact person, person, person name, client name, customer name, attendee name, attendee,
        guest name, member name, participant, participant name, formatted name, name full,
        complete name, names, lead name, kontakt, kontaktname, ansprechpartner, anzeigename,
        vollständiger name, ganzer name, vor und nachname, name vorname, vorname nachname,
        teilnehmer, nom complet, nom et prénom, nom prénom, prénom nom, nom à afficher, contacto,
        nombre completo, nombre y apellidos, nombre y apellido, nombre en pantalla, contato,
        nome completo, mostrar nome, nome e cognome, nome cognome, nominativo, contatto,
        nome visualizzato, contactpersoon, volledige naam, weergavenaam, kontaktperson,
        fullt navn, fullständigt namn, imię i nazwisko, celé jméno, jméno a příjmení, teljes név,
        név, nume complet, ad soyad, adı soyadı, фио, ф и о, полное имя, имя и фамилия,
        повне ім'я, піб, ονοματεπώνυμο, 氏名, 名前, お名前, 表示名, 姓名, 联系人, 聯絡人,
        显示名称, 성명, nama, nama lengkap, họ và tên, họ tên, ชื่อ นามสกุล, الاسم الكامل, שם מלא,
        نام کامل, पूरा नाम
    """,
    Column.NAME: """
        name, nom, nombre, nome, naam, navn, namn, nimi, nazwa, nume, isim, 이름, الاسم, שם, نام
    """,
    Column.FIRST: """
        first name, given names, forenames, vornamen, first, firstname, given name, given,
        givenname, forename, fname, christian name, vorname, rufname, prénom, nombre de pila,
        primer nombre, primeiro nome, nome próprio, nome de batismo, voornaam, roepnaam, fornavn,
        förnamn, etunimi, imię, jméno, křestní jméno, keresztnév, utónév, prenume, ad, adı, имя,
        ім'я, όνομα, 名, 名字, 下の名前, nama depan, nama pertama, الاسم الأول, שם פרטי, نام کوچک,
        ชื่อ, पहला नाम, tên
    """,
    Column.MIDDLE: """
        middle name, middle, additional name, additional names, middle initial, mi,
        weitere vornamen, zweiter vorname, deuxième prénom, autres prénoms, segundo nombre,
        nome do meio, segundo nome, secondo nome, tussenvoegsel, tweede naam, middelste naam,
        mellomnavn, mellannamn, mellemnavn, drugie imię, отчество, по батькові
    """,
    Column.LAST: """
        last name, last, lastname, family name, familyname, family, surname, lname, sn, nachname,
        familienname, zuname, nom de famille, nom de naissance, apellido, apellidos,
        primer apellido, sobrenome, último nome, ultimo nome, nome de família, cognome,
        achternaam, familienaam, etternavn, efternamn, efternavn, sukunimi, nazwisko, příjmení,
        vezetéknév, családnév, nume de familie, soyad, soyadı, soyisim, фамилия, прізвище,
        επώνυμο, 姓, 姓氏, 苗字, 성, nama belakang, nama akhir, اسم العائلة, الاسم الأخير,
        שם משפחה, نام خانوادگی, นามสกุล, अंतिम नाम, họ
    """,
    Column.SUFFIX: """
        suffix, name suffix, generational suffix, suffixe, sufijo, sufixo, suffisso, namenszusatz,
        achtervoegsel
    """,
    Column.FILED_AS: "file as, speichern unter, save as, nick name",
    Column.NICK: """
        nickname, spitzname, surnom, apodo, alcunha, soprannome, bijnaam, roepnaam kort, kælenavn,
        smeknamn, przydomek
    """,
    Column.EMAIL: """
        email, e mail, mail, emails, email address, correo, correo electrónico, courriel, mél,
        adresse mail, adresse électronique, adresse de messagerie, adresse e mail, e mail adresse,
        mailadresse, emailadresse, emailadres, e mailadres, endereço de e mail, endereço de email,
        direccion de correo electronico, indirizzo email, indirizzo e mail, indirizzo di posta,
        posta elettronica, posta, e postadress, e post, epost, e postadresse, epostadresse,
        sähköposti, sähköpostiosoite, adres e mail, adres email, e mailová adresa, e mail cím,
        adresă de e mail, e posta, eposta, e posta adresi, электронная почта, почта,
        адрес электронной почты, електронна пошта, пошта, ηλεκτρονική διεύθυνση, メールアドレス,
        メール, 電子メール, 邮箱, 邮箱地址, 电子邮件, 电子邮件地址, 電子郵件地址, 电子邮箱, 电邮,
        電子郵件, 이메일, 이메일 주소, 전자 메일, البريد الإلكتروني, عنوان البريد الإلكتروني,
        דואל, דואר אלקטרוני, כתובת דואר אלקטרוני, ایمیل, อีเมล, ईमेल
    """,
    Column.PHONE: """
        phone, sms, durchwahl, phones, telephone, tel, phone number, phone numbers, mobile, cell,
        cellphone, cellular, mobile number, contact number, contact no, phone no, mobile no,
        tel no, whatsapp, whatsapp number, telefon, telefonnummer, tel nr, mobil, mobiltelefon,
        mobilnummer, mobil nr, mobil tel nr, handy, handynummer, festnetz, rufnummer, téléphone,
        portable, gsm, numéro, tél, mobile phone, teléfono, móvil, celular, telefone, fone,
        telemóvel, telefono, cellulare, telefoon, telefoonnummer, mobiel, mobiele telefoon,
        mobiltlf, tlf, puhelin, puhelinnumero, matkapuhelin, telefon komórkowy, komórka,
        numer telefonu, mobilní telefon, telefonszám, cep telefonu, телефон, мобильный,
        мобильный телефон, мобільний, номер телефона, τηλέφωνο, κινητό, 電話, 電話番号, 携帯,
        携帯電話, 手机, 手机号, 手机号码, 电话, 电话号码, 手機, 電話號碼, 전화, 전화번호, 휴대폰,
        휴대전화, nomor telepon, nomor hp, no hp, no telp, telepon, điện thoại, số điện thoại,
        الهاتف, رقم الهاتف, الجوال, رقم الجوال, טלפון, טלפון נייד, נייד, موبایل, تلفن, โทรศัพท์,
        फ़ोन
    """,
    Column.COMPANY: """
        company, companies, company name, organization, organisation, organization name,
        organisation name, organizations, org, employer, account name, account, current company,
        business name, work company, associated company, workplace, firma, firmenname,
        unternehmen, arbeitgeber, entreprise, société, nom de l'entreprise, nom de la société,
        employeur, raison sociale, empresa, compañía, organización, companhia, organização,
        azienda, società, ditta, organizzazione, ragione sociale, bedrijf, bedrijfsnaam,
        organisatie, werkgever, firmanavn, virksomhed, bedrift, företag, arbetsgivare, yritys,
        przedsiębiorstwo, nazwa firmy, společnost, cég, cégnév, munkahely, companie, societate,
        şirket, firma adı, компания, организация, место работы, компанія, організація, εταιρεία,
        会社, 会社名, 勤務先, 組織, 公司, 公司名称, 单位, 회사, 회사명, perusahaan, syarikat,
        công ty, الشركة, חברה, جهة العمل, شرکت, บริษัท, कंपनी
    """,
    Column.ROLE: """
        job title, jobtitle, role, position, profession, job, work title, job position, job role,
        current position, designation, function, company title, organization title, stelle, beruf,
        funktion, berufsbezeichnung, stellenbezeichnung, poste, fonction, métier,
        intitulé du poste, poste occupé, cargo, puesto, posición, ocupación, profesión, função,
        profissão, ocupação, posizione, ruolo, qualifica, mansione, funzione, professione,
        functie, functietitel, beroep, stilling, befattning, yrke, titel på stilling,
        tehtävänimike, stanowisko, pozice, funkce, beosztás, munkakör, funcție, ünvan, görev,
        pozisyon, должность, посада, θέση, 役職, 職位, 职位, 职务, 頭銜, 職稱, 직책, 직위, 직함,
        jabatan, posisi, jawatan, chức vụ, المسمى الوظيفي, الوظيفة, المنصب, תפקיד, سمت, ตำแหน่ง, पद
    """,
    Column.TITLE: "title, titel, titre, título, titolo, tytuł, titul, titulus, titlu, 称呼",
    Column.CITY: """
        city, town, home city, work city, business city, mailing city, stadt, ort, wohnort,
        ort geschäftlich, ort privat, ville, ciudad, población, localidad, cidade, città, comune,
        stad, plaats, woonplaats, poststed, kaupunki, paikkakunta, miasto, město, város, oraş,
        şehir, город, localité, commune, lokalita, sídlo, місто, πόλη, kota, bandar, thành phố,
        المدينة, עיר, شهر, 市区町村, 都市, 市, 城市, 도시
    """,
    Column.LINK: """
        url, urls, website, websites, web site, web page, webpage, web, homepage, home page, link,
        links, linkedin, profile, profile link, public profile, public profile url, blog, site,
        sites, personal website, personal web page, xing, github, twitter url, facebook url,
        webseite, webadresse, internetseite, site web, page web, sitio web, página web,
        página pessoal, pagina web, sito, sito web, website adres, webbplats, hjemmeside,
        nettside, hemsida, strona www, strona internetowa, webová stránka, weboldal, сайт,
        веб сайт, ウェブサイト, ホームページ, 网站, 网址, 主页, 웹사이트, 홈페이지
    """,
    Column.BIRTHDAY: """
        birthday, birthdate, geb datum, geb, born, född, født, tanggal lahir, ngày sinh,
        تاريخ الميلاد, תאריך לידה, birth date, date of birth, dob, bday, geburtstag, geburtsdatum,
        anniversaire, date de naissance, cumpleaños, fecha de nacimiento, aniversário,
        data de nascimento, nascimento, compleanno, data di nascita, verjaardag, geboortedatum,
        fødselsdag, fødselsdato, födelsedag, födelsedatum, syntymäpäivä, urodziny, data urodzenia,
        narozeniny, datum narození, születésnap, születési dátum, zi de naştere, doğum günü,
        doğum tarihi, день рождения, дата рождения, день народження, γενέθλια, 誕生日, 生年月日,
        生日, 出生日期, 생일, 생년월일
    """,
    Column.BIRTH_YEAR: """
        birth year, geburtsjahr, année de naissance, año de nacimiento, ano de nascimento,
        anno di nascita
    """,
    Column.BIRTH_MONTH: """
        birth month, geburtsmonat, mois de naissance, mes de nacimiento, mês de nascimento,
        mese di nascita
    """,
    Column.BIRTH_DAY: "birth day, jour de naissance, día de nacimiento, dia de nascimento",
    Column.NOTE: """
        notes, note, comment, comments, remark, remarks, memo, about, bio, notizen, notiz,
        bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen, remarque,
        remarques, commentaire, commentaires, notas, nota, observaciones, comentarios,
        observações, comentários, osservazioni, commenti, opmerking, opmerkingen, notities,
        notitie, notater, anteckningar, noter, muistiinpanot, notatki, uwagi, poznámka, poznámky,
        megjegyzés, jegyzet, observații, notlar, not, açıklama, заметки, примечание, примечания,
        комментарий, нотатки, σημειώσεις, 備考, メモ, 备注, 備註, 메모, 비고
    """,
    Column.LABELS: """
        labels, label, group membership, group, groups, category, categories, tag, tags, lists,
        kategorie, kategorien, gruppe, gruppen, schlagwörter, catégorie, catégories, groupe,
        groupes, étiquettes, categoría, categorías, grupo, grupos, etiquetas, categoria,
        categorias, categorie, gruppo, gruppi, etichette, groep, groepen, kategorier, grupper,
        kategoria, kategorie kontaktu, grupy, категория, категории, группа, группы, グループ,
        分類, 组, 分组, 그룹
    """,
    Column.CONNECTED: """
        connected on, tilknyttet, tilknytningsdato, relation depuis le, en relation depuis le,
        datum spojení, conectat pe, conectat la, data conectării, дата з'єднання,
        дата підключення, terhubung pada, disambungkan pada, kết nối vào, kết nối ngày,
        تاريخ الاتصال, تاريخ التواصل, התחברתם ב, เชื่อมต่อเมื่อ, 建立联系日期, 建立人脉时间,
        加为好友时间, 建立關係日期, 연결된 날짜, 연결 날짜, 1촌 맺은 날짜, connection date,
        connected, date connected, connectedon, verbunden am, kontakt seit, vernetzt am,
        vernetzt seit, date de connexion, connecté le, en relation depuis, conectado el,
        fecha de conexión, conectado em, conectou se em, data de conexão, data da conexão,
        data di collegamento, collegato il, data collegamento, verbonden op, connectie sinds,
        datum van connectie, connectiedatum, gekoppeld op, forbundet den, forbundet, koblet til,
        tilkoblet, datum för kontakt, ansluten den, kontakt sedan, data nawiązania kontaktu,
        połączono, data połączenia, spojeno dne, bağlantı tarihi, bağlantı kurulma tarihi,
        дата установления контакта, дата подключения, つながった日, 接続日, 关联日期,
        建立联系时间, 连接日期, 연결일
    """,
    Column.BESIDE: """
        name prefix, prefix, salutation, anrede, phonetic first name, phonetic last name,
        phonetic middle name, yomi name, given name yomi, family name yomi, additional name yomi,
        given yomi, surname yomi, company yomi, initials, gender, photo, department,
        organization department, abteilung, service, département, departamento, reparto, afdeling,
        country, land, pays, país, paese, state, region, region geschäftlich, province, zip,
        zip code, postal code, plz, postleitzahl, code postal, código postal, cap, cep, postcode,
        address, street, adresse, anschrift, straße, rue, dirección, endereço, indirizzo, adres,
        straat, language, id, nr, no, maiden name, screen name, anniversary, spouse, children,
        hobby, mileage, priority, private, sensitivity
    """,
}
# Headers that count only where the file has no better column of that kind.
SPARE: dict[Column, str] = {
    Column.FULL: "cn",
    Column.COMPANY: "o, cust name, institution, institute, institut, affiliation, institución",
    Column.LAST: "apelido, second name",
    Column.ROLE: "headline, occupation",
    Column.CITY: """
        l, location, area, standort, localisation, ubicación, localização, località, locatie
    """,
    Column.NOTE: "description, beschreibung, descripción, descrição, descrizione",
}
