// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/question.h"

#include <QByteArray>
#include <QList>
#include <QObject>

namespace mediahelm::control {

// Where connections leave the questions that only the user can answer, and a face answers them. Owned by the
// composition root; main thread.
class QuestionDesk : public QObject
{
    Q_OBJECT

public:
    // A face that answers says so once; before that, and headless, connections do not ask but stop with what is needed.
    virtual void setStaffed(bool staffed) = 0;
    virtual QList<model::Question> open() const = 0; // oldest first
    // `keep` stores the answer in the keychain, for a question that mayBeKept. Unknown ids (withdrawn meanwhile) are
    // ignored.
    virtual void answer(quint64 id, const QByteArray &text,
                        bool keep) = 0; // of hostKey and confirm the text is ignored
    virtual void decline(quint64 id) = 0;

Q_SIGNALS:
    void asked(const mediahelm::model::Question &question);
    void withdrawn(quint64 id); // answered, declined, or the connection ended

protected:
    using QObject::QObject;
};

} // namespace mediahelm::control
