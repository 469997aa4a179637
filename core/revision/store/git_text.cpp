// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/git_text.h"

#include <algorithm>

namespace mediahelm::revision {

namespace {

constexpr qsizetype longestName = 256;
constexpr qsizetype longestMessage = 64 * 1024;
constexpr char kindTrailer[] = "Mediahelm-Kind: ";
constexpr char serviceTrailer[] = "Mediahelm-Service: ";

base::Error invalid(const QString &message)
{
    return base::Error{base::ErrorKind::invalid, message, {}};
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

QByteArray person(const model::Author &author)
{
    return author.name.trimmed().toUtf8() + " <" + author.email.trimmed().toUtf8() + '>';
}

QByteArray signature(const model::Author &author, const QDateTime &when)
{
    return person(author) + ' ' + QByteArray::number(std::max<qint64>(0, when.toSecsSinceEpoch())) + " +0000";
}

// "NAME <EMAIL>"; what follows is given back.
QByteArray readPerson(const QByteArray &text, model::Author &author)
{
    const qsizetype close = text.lastIndexOf('>');
    const qsizetype open = text.lastIndexOf('<', close);
    if (open < 0 || close < open)
        return {};
    author.name = QString::fromUtf8(text.left(open).trimmed());
    author.email = QString::fromUtf8(text.mid(open + 1, close - open - 1));
    return text.mid(close + 1).trimmed();
}

void readSignature(const QByteArray &text, model::Author &author, QDateTime &when)
{
    const QByteArray time = readPerson(text, author);
    when = QDateTime::fromSecsSinceEpoch(time.left(time.indexOf(' ')).toLongLong(), Qt::UTC);
}

// The first header field of that name, of a commit or a tag.
QByteArray header(const QByteArray &text, const QByteArray &name)
{
    const qsizetype end = text.indexOf("\n\n");
    for (qsizetype at = 0; at >= 0 && at < (end < 0 ? text.size() : end);) {
        const qsizetype stop = text.indexOf('\n', at);
        const QByteArray line = text.mid(at, stop < 0 ? -1 : stop - at);
        if (line.startsWith(name + ' '))
            return line.mid(name.size() + 1);
        at = stop < 0 ? -1 : stop + 1;
    }
    return {};
}

QByteArray body(const QByteArray &text)
{
    const qsizetype end = text.indexOf("\n\n");
    return end < 0 ? QByteArray() : text.mid(end + 2);
}

// As git keeps messages: line feeds, no blank ends.
QByteArray tidied(const QString &message)
{
    QString text = message;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text.trimmed().toUtf8();
}

bool isService(const QString &name)
{
    return !name.isEmpty() && name.size() <= 255 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
    });
}

bool isWordOfNote(const QString &text)
{
    return !text.isEmpty() && text.size() <= 512
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || isControl(c); });
}

template<typename Enum, typename Name>
std::optional<Enum> fromName(const QByteArray &text, std::initializer_list<Enum> all, Name name)
{
    for (const Enum value : all) {
        if (name(value) == QLatin1String(text))
            return value;
    }
    return std::nullopt;
}

std::optional<model::Deployment> readDeployment(const QByteArray &paragraph)
{
    model::Deployment deployment;
    bool dated = false;
    for (const QByteArray &line : paragraph.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        const QByteArray key = line.left(colon);
        const QByteArray value = line.mid(colon + 2);
        if (key == "Deployed") {
            deployment.when = QDateTime::fromString(QString::fromLatin1(value), Qt::ISODateWithMs).toUTC();
            dated = deployment.when.isValid();
        } else if (key == "By") {
            readPerson(value, deployment.by);
        } else if (key == "Verdict") {
            deployment.verdict =
                fromName(value, {model::Verdict::healthy, model::Verdict::unhealthy, model::Verdict::rolledBack},
                         model::verdictName)
                    .value_or(model::Verdict::cancelled);
        } else if (key == "Image") {
            const QStringList words = QString::fromUtf8(value).split(u' ');
            if (words.size() == 3)
                deployment.images.append({words.at(0), words.at(1), words.at(2)});
        } else if (key == "Summary") {
            deployment.summary = QString::fromUtf8(value);
        }
    }
    return dated ? std::optional(deployment) : std::nullopt;
}

} // namespace

base::Status checkAuthor(const model::Author &author)
{
    const auto bad = [](const QString &text) {
        return text.size() > longestName || !QStringView(text).isValidUtf16()
            || std::any_of(text.begin(), text.end(), [](QChar c) { return c == u'<' || c == u'>' || isControl(c); });
    };
    if (author.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a revision needs the name of who made it"));
    if (bad(author.name) || bad(author.email))
        return invalid(QStringLiteral("the name and email of who made it are at most 256 characters, without '<', '>' "
                                      "and control characters"));
    return {};
}

base::Status checkMessage(const QString &message)
{
    if (message.trimmed().isEmpty())
        return invalid(QStringLiteral("a revision needs a message"));
    const auto bad = [](QChar c) { return isControl(c) && c != u'\n' && c != u'\t' && c != u'\r'; };
    if (message.size() > longestMessage || !QStringView(message).isValidUtf16()
        || std::any_of(message.begin(), message.end(), bad))
        return invalid(QStringLiteral("a revision's message is at most 65536 characters, without control characters"));
    return {};
}

base::Status checkServices(const QStringList &services)
{
    for (const QString &service : services) {
        if (!isService(service))
            return invalid(QStringLiteral("a service's name is letters, digits, '.', '_' or '-'"));
    }
    return {};
}

base::Status checkDeployment(const model::Deployment &deployment)
{
    if (!deployment.when.isValid())
        return invalid(QStringLiteral("a deployment needs a time"));
    if (std::any_of(deployment.summary.begin(), deployment.summary.end(), isControl)
        || deployment.summary.size() > 1000)
        return invalid(QStringLiteral("a deployment's summary is one line of at most 1000 characters"));
    for (const model::RanImage &image : deployment.images) {
        if (!isService(image.service) || !isWordOfNote(image.reference) || !isWordOfNote(image.digest))
            return invalid(QStringLiteral("an image that ran has a service, a reference and a digest, without spaces"));
    }
    return checkAuthor(deployment.by);
}

QByteArray commitText(const CommitParts &parts)
{
    QByteArray text = "tree " + parts.tree + '\n';
    if (!parts.parent.isEmpty())
        text += "parent " + parts.parent + '\n';
    const QByteArray who = signature(parts.author, parts.when);
    return text + "author " + who + "\ncommitter " + who + "\n\n" + parts.message + '\n';
}

CommitParts readCommit(const QByteArray &text)
{
    CommitParts parts;
    parts.tree = header(text, "tree");
    parts.parent = header(text, "parent");
    readSignature(header(text, "author"), parts.author, parts.when);
    parts.message = body(text);
    return parts;
}

QByteArray revisionMessage(const SaveRequest &request)
{
    QByteArray text = tidied(request.message) + "\n\n" + kindTrailer + model::revisionKindName(request.kind).toUtf8();
    for (const QString &service : request.services)
        text += '\n' + QByteArray(serviceTrailer) + service.toUtf8();
    return text;
}

void readRevisionMessage(const QByteArray &text, model::Revision &revision)
{
    const QByteArray whole = text.trimmed();
    const qsizetype last = whole.lastIndexOf("\n\n");
    if (last < 0 || !whole.mid(last + 2).startsWith(kindTrailer)) {
        revision.message = QString::fromUtf8(whole);
        return;
    }
    revision.message = QString::fromUtf8(whole.left(last).trimmed());
    for (const QByteArray &line : whole.mid(last + 2).split('\n')) {
        if (line.startsWith(kindTrailer)) {
            revision.kind = fromName(line.mid(qstrlen(kindTrailer)),
                                     {model::RevisionKind::applied, model::RevisionKind::savePoint,
                                      model::RevisionKind::external, model::RevisionKind::rollback},
                                     model::revisionKindName)
                                .value_or(model::RevisionKind::foreign);
        } else if (line.startsWith(serviceTrailer)) {
            revision.services.append(QString::fromUtf8(line.mid(qstrlen(serviceTrailer))));
        }
    }
}

QByteArray tagText(const QByteArray &target, const model::Tag &tag)
{
    return "object " + target + "\ntype commit\ntag " + tag.name.text().toUtf8() + "\ntagger "
        + signature(tag.author, tag.when) + "\n\n" + tidied(tag.message) + '\n';
}

QByteArray readTag(const QByteArray &text, model::Tag &tag)
{
    if (const QByteArray who = header(text, "tagger"); !who.isEmpty())
        readSignature(who, tag.author, tag.when);
    tag.message = QString::fromUtf8(body(text).trimmed());
    return header(text, "object");
}

QByteArray deploymentText(const model::Deployment &deployment)
{
    QByteArray text = "Deployed: " + deployment.when.toUTC().toString(Qt::ISODateWithMs).toLatin1()
        + "\nBy: " + person(deployment.by) + "\nVerdict: " + model::verdictName(deployment.verdict).toLatin1() + '\n';
    for (const model::RanImage &image : deployment.images)
        text +=
            "Image: " + image.service.toUtf8() + ' ' + image.reference.toUtf8() + ' ' + image.digest.toUtf8() + '\n';
    if (!deployment.summary.isEmpty())
        text += "Summary: " + deployment.summary.toUtf8() + '\n';
    return text;
}

QList<model::Deployment> readDeployments(const QByteArray &text)
{
    QList<model::Deployment> all;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf("\n\n", at);
        if (const auto deployment = readDeployment(text.mid(at, end < 0 ? -1 : end - at)))
            all.append(*deployment);
        at = end < 0 ? text.size() : end + 2;
    }
    return all;
}

} // namespace mediahelm::revision
