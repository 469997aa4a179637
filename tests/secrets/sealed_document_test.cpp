// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sealed_document.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace mediahelm;
using secrets::SealedDocument;
using secrets::SealingKey;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

base::Result<QByteArray> valueIn(const QByteArray &file, const SealingKey &key, const QString &name)
{
    const auto document = SealedDocument::open(file, key);
    if (!document)
        return document.error();
    const auto *entry = (*document)->find(name);
    if (!entry)
        return base::Error{base::ErrorKind::notFound, {}, {}};
    return (*document)->value(*entry);
}

} // namespace

class SealedDocumentTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const SealingKey> m_key;
    std::shared_ptr<const SealingKey> m_otherKey;
    QByteArray m_file;

    std::shared_ptr<const SealingKey> keyOf(char fill)
    {
        const QString path = m_folder.filePath(QStringLiteral("key-%1").arg(QLatin1Char(fill)));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return {};
        file.write(QByteArray(32, fill));
        file.close();
        const auto key = SealingKey::read({{}, path});
        return key ? *key : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_key = keyOf('a');
        m_otherKey = keyOf('b');
        QVERIFY(m_key && m_otherKey);
        SealedDocument document;
        QVERIFY(document.set(name("b"), "second value", noon.addSecs(1)).ok());
        QVERIFY(document.set(name("a"), "first value!", noon).ok());
        QVERIFY(document.set(name("c"), {}, noon.addSecs(2)).ok());
        const auto sealed = document.seal(*m_key);
        QVERIFY(sealed.ok());
        m_file = *sealed;
    }

    void whatIsSealedIsOpenedAgain()
    {
        const auto document = SealedDocument::open(m_file, *m_key);
        QVERIFY(document.ok());
        const auto &entries = (*document)->entries();
        QCOMPARE(entries.size(), std::size_t(3));
        QCOMPARE(entries[0].key, name("a"));
        QCOMPARE(entries[0].setAt, noon);
        QCOMPARE((*document)->value(entries[0]), QByteArray("first value!"));
        QCOMPARE((*document)->value(entries[1]), QByteArray("second value"));
        QCOMPARE((*document)->value(entries[2]), QByteArray());
        QVERIFY(!(*document)->find(name("d")));
    }

    void entriesAreReplacedAndRemoved()
    {
        const auto opened = SealedDocument::open(m_file, *m_key);
        SealedDocument &document = **opened;
        QVERIFY(document.set(name("a"), "longer than it was before", noon.addDays(1)).ok());
        QVERIFY(document.remove(name("b")).ok());
        QVERIFY(document.remove(name("never there")).ok());
        QVERIFY(document.set(QStringLiteral("ü"), QByteArray("\0\n\xff", 3), noon).ok());
        const auto again = SealedDocument::open(*document.seal(*m_key), *m_key);
        QVERIFY(again.ok());
        QCOMPARE((*again)->entries().size(), std::size_t(3));
        QCOMPARE((*again)->value(*(*again)->find(name("a"))), QByteArray("longer than it was before"));
        QCOMPARE((*again)->value(*(*again)->find(QStringLiteral("ü"))), QByteArray("\0\n\xff", 3));
        QVERIFY(!(*again)->find(name("b")));
    }

    void emptyOneIsSealedToo()
    {
        const auto file = SealedDocument().seal(*m_key);
        QVERIFY(file.ok());
        QCOMPARE((*SealedDocument::open(*file, *m_key))->entries().size(), std::size_t(0));
    }

    void manyRandomChangesAgreeWithAPlainMap()
    {
        QMap<QString, QByteArray> expected;
        SealedDocument document;
        for (int round = 0; round < 400; ++round) {
            const QString key = QStringLiteral("k%1").arg((round * 7919) % 61);
            if (round % 3 == 2) {
                expected.remove(key);
                QVERIFY(document.remove(key).ok());
            } else {
                const QByteArray value((round * 31) % 200, static_cast<char>('a' + round % 26));
                expected.insert(key, value);
                QVERIFY(document.set(key, value, noon).ok());
            }
        }
        const auto again = SealedDocument::open(*document.seal(*m_key), *m_key);
        QCOMPARE((*again)->entries().size(), static_cast<std::size_t>(expected.size()));
        for (const auto &entry : (*again)->entries())
            QCOMPARE((*again)->value(entry), expected.value(entry.key));
    }

    void S11_namesAndValuesDoNotShow()
    {
        QVERIFY(!m_file.contains("value"));
        QVERIFY(m_file.startsWith("mediahelm-secrets 1\n"));
    }

    void everySealingIsDifferent()
    {
        const auto document = SealedDocument::open(m_file, *m_key);
        QVERIFY(*(*document)->seal(*m_key) != *(*document)->seal(*m_key));
    }

    void alterationOfAnyByteIsTold()
    {
        for (qsizetype at = 0; at < m_file.size(); ++at) {
            for (const int bits : {0x01, 0x80, 0xff}) {
                QByteArray altered = m_file;
                altered[at] = static_cast<char>(altered.at(at) ^ bits);
                const auto opened = SealedDocument::open(altered, *m_key);
                QVERIFY2(!opened.ok(), qPrintable(QStringLiteral("byte %1").arg(at)));
                QVERIFY(opened.error().kind == base::ErrorKind::invalid
                        || opened.error().kind == base::ErrorKind::unsupported);
            }
        }
    }

    void truncationAtAnyLengthIsTold()
    {
        for (qsizetype size = 0; size < m_file.size(); ++size)
            QCOMPARE(SealedDocument::open(m_file.left(size), *m_key).error().kind, base::ErrorKind::invalid);
        QVERIFY(!SealedDocument::open(m_file + 'x', *m_key).ok());
        QVERIFY(!SealedDocument::open(m_file + m_file, *m_key).ok());
    }

    // Two entries of one length: an attacker who swaps their bytes, or those of their values, gets nowhere.
    void swappedEntriesAreTold()
    {
        constexpr qsizetype first = 20 + 16 + 24 + 4; // where the first entry begins: behind header, nonce and number
        constexpr qsizetype entry = 2 + 1 + 8 + 4 + 12;
        for (const qsizetype skipped : {qsizetype(0), entry - 12}) {
            QByteArray swapped = m_file;
            const auto begin = swapped.begin() + first + skipped;
            std::swap_ranges(begin, begin + entry - skipped, begin + entry);
            QVERIFY(swapped != m_file);
            QVERIFY(!valueIn(swapped, *m_key, name("a")).ok());
        }
    }

    void partsOfAnotherFileAreTold()
    {
        const auto document = SealedDocument::open(m_file, *m_key);
        const QByteArray other = *(*document)->seal(*m_key);
        for (qsizetype at = 1; at < m_file.size(); ++at) {
            const QByteArray mixed = m_file.left(at) + other.mid(at);
            if (mixed != m_file && mixed != other)
                QVERIFY2(!SealedDocument::open(mixed, *m_key).ok(), qPrintable(QString::number(at)));
        }
    }

    void otherKeyIsToldApartFromDamage()
    {
        const auto opened = SealedDocument::open(m_file, *m_otherKey);
        QVERIFY(!opened.ok());
        QVERIFY(opened.error().message.contains(QStringLiteral("another key")));
        QByteArray damaged = m_file;
        damaged[damaged.size() - 1] = static_cast<char>(damaged.back() ^ 1);
        QVERIFY(SealedDocument::open(damaged, *m_key).error().message.contains(QStringLiteral("damaged")));
    }

    void newerVersionIsRefusedAsSuch()
    {
        for (const char *line : {"mediahelm-secrets 2\n", "mediahelm-secrets 17\n", "mediahelm-secrets 99999\n"})
            QCOMPARE(SealedDocument::open(line + m_file.mid(20), *m_key).error().kind, base::ErrorKind::unsupported);
        for (const char *line : {"mediahelm-secrets 0\n", "mediahelm-secrets 01\n", "mediahelm-secrets \n",
                                 "mediahelm-secrets 1 \n", "mediahelm-secret 1\n", "\n", ""})
            QCOMPARE(SealedDocument::open(line + m_file.mid(20), *m_key).error().kind, base::ErrorKind::invalid);
    }

    void tooMuchIsRefused()
    {
        SealedDocument document;
        QVERIFY(document.set(name("a"), QByteArray(65'536, 'x'), noon).ok());
        QVERIFY(!document.set(name("a"), QByteArray(65'537, 'x'), noon).ok());
        QVERIFY(!document.set(QString(1025, u'k'), "x", noon).ok());
        QVERIFY(!document.set({}, "x", noon).ok());
        QCOMPARE(document.value(*document.find(name("a"))).size(), qsizetype(65'536));
        for (int i = 0; i < 130; ++i)
            QVERIFY(document.set(QStringLiteral("k%1").arg(i), QByteArray(65'536, 'x'), noon).ok());
        QVERIFY(!document.seal(*m_key).ok());
    }
};

QTEST_GUILESS_MAIN(SealedDocumentTest)
#include "sealed_document_test.moc"
