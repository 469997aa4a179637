// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sealed_document.h"

#include "core/base/wipe.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;

namespace {

constexpr QByteArrayView magic("mediahelm-secrets ");
constexpr int version = 1;
constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t countSize = 4;
constexpr std::size_t frameSize = 2 + 8 + 4; // of an entry, without key and value

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

Error damaged()
{
    return {ErrorKind::invalid, QStringLiteral("the file of sealed secrets is damaged or was altered"),
            QStringLiteral(
                "It is left as it is. Put a good copy in its place, or move it away and set the secrets again.")};
}

// The first line's version; 0 when it is not one.
int versionOf(const QByteArray &file)
{
    constexpr qsizetype longestLine = 32;
    const qsizetype end = file.left(longestLine).indexOf('\n');
    if (end < 0 || !file.startsWith(magic))
        return 0;
    const QByteArray digits = file.mid(magic.size(), end - magic.size());
    const bool plain = !digits.isEmpty() && digits.size() <= 6 && !digits.startsWith('0')
        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return plain ? digits.toInt() : 0;
}

QByteArray headerFor(const SealingKey &key)
{
    return magic.toByteArray() + QByteArray::number(version) + '\n' + key.id();
}

template<typename T>
void appendNumber(QByteArray &record, T number)
{
    char bytes[sizeof(T)];
    qToLittleEndian(number, bytes);
    record.append(bytes, sizeof bytes);
}

} // namespace

base::Result<std::shared_ptr<SealedDocument>> SealedDocument::open(const QByteArray &file, const SealingKey &key)
{
    const int found = versionOf(file);
    if (found > version)
        return Error{ErrorKind::unsupported, QStringLiteral("the file of sealed secrets is a newer Mediahelm's"),
                     QStringLiteral("It is left as it is. Use that version, or a newer one.")};
    const QByteArray header = headerFor(key);
    const auto headerSize = static_cast<std::size_t>(header.size());
    const auto size = static_cast<std::size_t>(file.size());
    if (found != version || size < headerSize + nonceSize + tagSize + countSize)
        return damaged();
    if (!file.startsWith(header))
        return Error{ErrorKind::invalid, QStringLiteral("the file of sealed secrets was sealed under another key"),
                     QStringLiteral("It is left as it is. Put the key back that it was sealed under.")};

    auto document = std::make_shared<SealedDocument>();
    document->m_plain = GuardedBytes(size - headerSize - nonceSize - tagSize);
    if (!document->m_plain.valid())
        return Error{ErrorKind::io, QStringLiteral("there is no memory for the secrets"), {}};
    const unsigned char *bytes = bytesOf(file);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(document->m_plain.data(), nullptr, nullptr,
                                                   bytes + headerSize + nonceSize, size - headerSize - nonceSize, bytes,
                                                   headerSize, bytes + headerSize, key.bytes())
        != 0)
        return damaged();
    if (const base::Status read = document->read(); !read)
        return read.error();
    return document;
}

base::Result<QByteArray> SealedDocument::seal(const SealingKey &key) const
{
    GuardedBytes none(countSize);
    if (!none.valid())
        return Error{ErrorKind::io, QStringLiteral("there is no memory for the secrets"), {}};
    sodium_memzero(none.data(), none.size());
    const GuardedBytes &plain = m_plain.valid() ? m_plain : none;
    QByteArray file = headerFor(key);
    const auto headerSize = static_cast<std::size_t>(file.size());
    const std::size_t wholeSize = headerSize + nonceSize + plain.size() + tagSize;
    file.resize(static_cast<qsizetype>(wholeSize));
    if (file.size() > largestFile)
        return Error{ErrorKind::invalid, QStringLiteral("there are too many secrets for one file"), {}};
    auto *bytes = reinterpret_cast<unsigned char *>(file.data());
    randombytes_buf(bytes + headerSize, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + headerSize + nonceSize, nullptr, plain.data(), plain.size(),
                                               bytes, headerSize, nullptr, bytes + headerSize, key.bytes());
    return file;
}

base::Status SealedDocument::read()
{
    const unsigned char *bytes = m_plain.data();
    const std::size_t size = m_plain.size();
    const auto count = qFromLittleEndian<quint32>(bytes);
    std::size_t at = countSize;
    m_entries.clear();
    for (quint32 i = 0; i < count; ++i) {
        if (size - at < frameSize)
            return damaged();
        const std::size_t keySize = qFromLittleEndian<quint16>(bytes + at);
        if (size - at - frameSize < keySize)
            return damaged();
        Entry entry;
        entry.key = QString::fromUtf8(reinterpret_cast<const char *>(bytes) + at + 2, static_cast<qsizetype>(keySize));
        at += 2 + keySize;
        entry.setAt = QDateTime::fromMSecsSinceEpoch(qFromLittleEndian<qint64>(bytes + at), Qt::UTC);
        entry.size = qFromLittleEndian<quint32>(bytes + at + 8);
        entry.at = at + 12;
        if (size - entry.at < entry.size || (!m_entries.empty() && !(m_entries.back().key < entry.key)))
            return damaged();
        at = entry.at + entry.size;
        m_entries.push_back(std::move(entry));
    }
    return at == size ? base::Status() : damaged();
}

const SealedDocument::Entry *SealedDocument::find(const QString &key) const
{
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

QByteArray SealedDocument::value(const Entry &entry) const
{
    return QByteArray(reinterpret_cast<const char *>(m_plain.data()) + entry.at, static_cast<qsizetype>(entry.size));
}

base::Status SealedDocument::set(const QString &key, const QByteArray &value, const QDateTime &at)
{
    const QByteArray name = key.toUtf8();
    if (name.isEmpty() || name.size() > longestKey || value.size() > longestValue)
        return Error{
            ErrorKind::invalid, QStringLiteral("the secret is too long: at most %1 bytes").arg(longestValue), {}};
    QByteArray record;
    record.reserve(static_cast<qsizetype>(frameSize) + name.size() + value.size()); // so that no copy is left behind
    appendNumber(record, static_cast<quint16>(name.size()));
    record += name;
    appendNumber(record, static_cast<qint64>(at.toMSecsSinceEpoch()));
    appendNumber(record, static_cast<quint32>(value.size()));
    record += value;
    const base::Status status = rebuild(key, record);
    base::wipe(record);
    return status;
}

base::Status SealedDocument::remove(const QString &key)
{
    return find(key) ? rebuild(key, {}) : base::Status();
}

// The plain text anew: all entries but one, and the record, if there is one, in its place.
base::Status SealedDocument::rebuild(const QString &without, const QByteArray &record)
{
    // Where an entry begins: its value is preceded by its frame and its key.
    const auto beginOf = [](const Entry &entry) {
        return entry.at - frameSize - static_cast<std::size_t>(entry.key.toUtf8().size());
    };
    std::size_t size = countSize + static_cast<std::size_t>(record.size());
    quint32 count = record.isEmpty() ? 0 : 1;
    for (const Entry &entry : m_entries) {
        if (entry.key == without)
            continue;
        size += entry.at + entry.size - beginOf(entry);
        ++count;
    }
    GuardedBytes plain(size);
    if (!plain.valid())
        return Error{ErrorKind::io, QStringLiteral("there is no memory for the secrets"), {}};
    unsigned char *to = plain.data();
    const auto put = [&to](const void *from, std::size_t bytes) {
        if (bytes > 0)
            std::memcpy(to, from, bytes);
        to += bytes;
    };
    const quint32 stored = qToLittleEndian(count);
    put(&stored, countSize);
    bool placed = record.isEmpty();
    for (const Entry &entry : m_entries) {
        if (!placed && without < entry.key) {
            put(record.constData(), static_cast<std::size_t>(record.size()));
            placed = true;
        }
        if (entry.key != without)
            put(m_plain.data() + beginOf(entry), entry.at + entry.size - beginOf(entry));
    }
    if (!placed)
        put(record.constData(), static_cast<std::size_t>(record.size()));
    m_plain = std::move(plain);
    return read();
}

} // namespace mediahelm::secrets
