// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cstring>

namespace mediahelm::revision {

namespace {

QByteArray insideJsonQuotes(const QByteArray &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(value)}).toJson(QJsonDocument::Compact);
    return array.mid(2, array.size() - 4); // ["..."]
}

QByteArray withReplaced(QByteArray text, const char *what, const char *by)
{
    return text.replace(what, by);
}

// As Go's encoder of JSON does by default.
QByteArray forHtml(const QByteArray &json)
{
    QByteArray text = withReplaced(json, "<", "\\u003c");
    text = withReplaced(text, ">", "\\u003e");
    return withReplaced(text, "&", "\\u0026");
}

void addForms(QSet<QByteArray> &forms, const QByteArray &value)
{
    if (value.size() < Redactor::shortest)
        return;
    const QByteArray json = insideJsonQuotes(value);
    for (const QByteArray &form : {value, json, forHtml(json), value.toPercentEncoding(), value.toBase64()}) {
        forms.insert(form);
        forms.insert(withReplaced(form, "$", "$$"));
    }
}

} // namespace

Redactor::Redactor(const QByteArrayList &secrets)
{
    QSet<QByteArray> forms;
    for (const QByteArray &secret : secrets) {
        addForms(forms, secret);
        const QByteArrayList lines = secret.split('\n');
        if (lines.size() > 1) {
            for (const QByteArray &line : lines)
                addForms(forms, line);
        }
    }
    m_forms = QByteArrayList(forms.begin(), forms.end());
    std::sort(m_forms.begin(), m_forms.end(), [](const QByteArray &a, const QByteArray &b) {
        return a.size() == b.size() ? a < b : a.size() > b.size();
    });
}

Redactor::~Redactor()
{
    for (QByteArray &form : m_forms) {
        if (form.isDetached())
            ::explicit_bzero(form.data(), static_cast<std::size_t>(form.size()));
    }
}

QByteArray Redactor::redacted(const QByteArray &text) const
{
    QByteArray clean = text;
    for (const QByteArray &form : m_forms)
        clean.replace(form, "******");
    return clean;
}

} // namespace mediahelm::revision
